package org.tongbao.platform.time;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Zones;

/** Times as people here read and send them: RFC 3339 with an offset, shown in Taipei's. */
public final class Times {
    public static final ZoneId TAIPEI = Zones.TAIPEI;

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX");
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSXXX");
    private static final int NANOS_IN_MILLI = 1_000_000;

    private Times() {}

    /** For a field of an answer, which shows as many digits of a second as there are. */
    public static OffsetDateTime shown(Instant at) {
        return at.atZone(TAIPEI).toOffsetDateTime();
    }

    public static @Nullable OffsetDateTime shownOrNull(@Nullable Instant at) {
        return at == null ? null : shown(at);
    }

    /** As text with no, three or six digits of a second, the fewest that lose nothing. */
    public static String text(Instant at) {
        DateTimeFormatter shortest = at.getNano() == 0 ? SECONDS : at.getNano() % NANOS_IN_MILLI == 0 ? MILLIS : MICROS;
        return shortest.format(shown(at));
    }

    public static @Nullable String textOrNull(@Nullable Instant at) {
        return at == null ? null : text(at);
    }

    /** As it is stored: cut to microseconds, so that sending the same again changes nothing. */
    public static Instant stored(OffsetDateTime sent) {
        return sent.toInstant().truncatedTo(ChronoUnit.MICROS);
    }
}
