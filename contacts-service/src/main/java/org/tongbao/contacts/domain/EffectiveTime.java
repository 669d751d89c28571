package org.tongbao.contacts.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From when a change holds. It is filed before (S2 §8), or late with a reason.
 *
 * @param effectiveFrom null for at once
 */
public record EffectiveTime(
        @Nullable Instant effectiveFrom, @Nullable String reason) {
    public static final EffectiveTime NOW = new EffectiveTime(null, null);

    // Whoever states the moment of sending is not late because the message took a while.
    private static final Duration ON_THE_WAY = Duration.ofMinutes(2);

    public boolean isPending(Instant now) {
        return effectiveFrom != null && effectiveFrom.isAfter(now);
    }

    /** Whether it speaks of the past, which something filed for later may have superseded. */
    public boolean isPast(Instant now) {
        return effectiveFrom != null && effectiveFrom.isBefore(now);
    }

    public boolean isLate(Instant now) {
        return effectiveFrom != null && effectiveFrom.isBefore(now.minus(ON_THE_WAY));
    }

    public boolean lacksReason(Instant now) {
        return isLate(now) && reason == null;
    }

    public Instant from(Instant now) {
        return effectiveFrom == null ? now : effectiveFrom;
    }
}
