package org.tongbao.contacts.rest;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A look at the directory of another time.
 *
 * @param at as it was, or will be, then; as of {@code knownAt} when it says none
 * @param knownAt as it was known then; as it is known now when it says none
 */
public record AsOf(Optional<Instant> at, Optional<Instant> knownAt) {
    public static AsOf of(@Nullable String at, @Nullable String knownAt) {
        return new AsOf(TimingParameters.instant("at", at), TimingParameters.instant("knownAt", knownAt));
    }

    public boolean isNow() {
        return at.isEmpty() && knownAt.isEmpty();
    }

    public Instant at(Instant now) {
        return at.or(() -> knownAt).orElse(now);
    }

    public Instant knownAt(Instant now) {
        return knownAt.orElse(now);
    }
}
