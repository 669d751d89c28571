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
record AsOf(Optional<Instant> at, Optional<Instant> knownAt) {
    static AsOf of(@Nullable String at, @Nullable String knownAt) {
        return new AsOf(TimingParameters.instant("at", at), TimingParameters.instant("knownAt", knownAt));
    }

    boolean isNow() {
        return at.isEmpty() && knownAt.isEmpty();
    }

    Instant at(Instant now) {
        return at.or(() -> knownAt).orElse(now);
    }

    Instant knownAt(Instant now) {
        return knownAt.orElse(now);
    }
}
