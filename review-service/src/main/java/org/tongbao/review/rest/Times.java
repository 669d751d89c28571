package org.tongbao.review.rest;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Instants as people here read them. */
final class Times {
    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    private Times() {}

    static OffsetDateTime shown(Instant at) {
        return at.atZone(TAIPEI).toOffsetDateTime();
    }

    static @Nullable OffsetDateTime shownOrNull(@Nullable Instant at) {
        return at == null ? null : shown(at);
    }
}
