package org.tongbao.escalation.delivery.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.tongbao.platform.time.Times;

/** A time as people in Taipei read it, and how long it is until then. */
final class DueTime {
    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("M月d日（E）HH:mm", Locale.TAIWAN);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY_AND_HOUR = DateTimeFormatter.ofPattern("M/d HH:mm");
    private static final DateTimeFormatter ENGLISH_DAY_AND_HOUR =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private DueTime() {}

    /** With weekday and zone. */
    static String inFull(Instant time, Wording wording) {
        var local = time.atZone(Times.TAIPEI);
        return wording == Wording.ENGLISH
                ? ENGLISH.format(local) + " (Taipei, UTC+8)"
                : CHINESE.format(local) + "（臺北時間，UTC+8）";
    }

    /** Two times with their weekdays; the zone stands elsewhere. */
    static String span(Instant from, Instant until, Wording wording) {
        var format = wording == Wording.ENGLISH ? ENGLISH : CHINESE;
        return wording.say(
                "time.span",
                Map.of(
                        "from",
                        format.format(from.atZone(Times.TAIPEI)),
                        "until",
                        format.format(until.atZone(Times.TAIPEI))));
    }

    /** For the subject: the hour, with the day unless it is today. */
    static String inShort(Instant time, Instant now, Wording wording) {
        ZonedDateTime local = time.atZone(Times.TAIPEI);
        if (local.toLocalDate().equals(now.atZone(Times.TAIPEI).toLocalDate())) {
            return HOUR.format(local);
        }
        return (wording == Wording.ENGLISH ? ENGLISH_DAY_AND_HOUR : DAY_AND_HOUR).format(local);
    }

    /** How long until then, or since then, in words. */
    static String until(Instant time, Instant now, Wording wording) {
        return span(Duration.between(now, time).abs(), wording);
    }

    private static String span(Duration span, Wording wording) {
        long days = span.toDays();
        int hours = span.toHoursPart();
        int minutes = span.toMinutesPart();
        if (days > 0) {
            return join(wording, count(days, "day", wording), count(hours, "hour", wording));
        }
        if (hours > 0) {
            return join(wording, count(hours, "hour", wording), count(minutes, "minute", wording));
        }
        return minutes > 0 ? count(minutes, "minute", wording) : wording.say("time.less-than-a-minute");
    }

    private static String join(Wording wording, String larger, String smaller) {
        return smaller.isEmpty() ? larger : wording.say("time.two", Map.of("larger", larger, "smaller", smaller));
    }

    private static String count(long number, String unit, Wording wording) {
        if (number == 0) {
            return "";
        }
        return wording.say("time." + unit + (number == 1 ? "" : "s"), Map.of("n", Long.toString(number)));
    }
}
