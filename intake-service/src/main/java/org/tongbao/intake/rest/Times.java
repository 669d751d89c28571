package org.tongbao.intake.rest;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Instants as people of Taiwan read them: RFC 3339 with {@code +08:00}. */
public final class Times {
    public static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(TAIPEI);
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").withZone(TAIPEI);
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS").withZone(TAIPEI);
    private static final int NANOS_IN_MILLI = 1_000_000;

    private Times() {}

    public static String text(Instant at) {
        DateTimeFormatter shortest = at.getNano() == 0 ? SECONDS : at.getNano() % NANOS_IN_MILLI == 0 ? MILLIS : MICROS;
        return shortest.format(at) + "+08:00";
    }

    public static @Nullable String nullable(@Nullable Instant at) {
        return at == null ? null : text(at);
    }
}
