package org.tongbao.contracts.procedure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/** 期限: how long an obligation may take, and how that is counted. */
public sealed interface Limit {
    /**
     * The first instant at which the obligation is late.
     *
     * @param zone where calendar days begin; hours do not ask it
     */
    Instant dueAt(Instant anchor, ZoneId zone);

    /** As it is written in a procedure: {@code 36h}, {@code 1 month}, {@code 3 days inclusive}. */
    String text();

    /** When so many percent of the time between the anchor and the due instant have passed. */
    default Instant percentAt(int percent, Instant anchor, ZoneId zone) {
        return percentBetween(percent, anchor, dueAt(anchor, zone));
    }

    static Instant percentBetween(int percent, Instant anchor, Instant due) {
        return anchor.plus(Duration.between(anchor, due).multipliedBy(percent).dividedBy(100));
    }

    /**
     * The due instant when an end on a Saturday, Sunday or holiday is moved (行政程序法 §48 IV). Hours never move.
     */
    default Instant extendedDueAt(Instant anchor, ZoneId zone, Holidays holidays) {
        return dueAt(anchor, zone);
    }

    /** 期間以時計算者，即時起算: runs at once, around the clock, without a stop (行政程序法 §48 I, 民法 §120 I). */
    record Hours(Duration duration) implements Limit {
        public Hours {
            if (duration.isNegative() || duration.isZero()) {
                throw new IllegalArgumentException("a limit takes time: " + duration);
            }
        }

        @Override
        public Instant dueAt(Instant anchor, ZoneId zone) {
            return anchor.plus(duration);
        }

        @Override
        public String text() {
            if (duration.toSecondsPart() != 0) {
                return duration.toSeconds() + "s";
            }
            return duration.toMinutesPart() != 0 ? duration.toMinutes() + "m" : duration.toHours() + "h";
        }
    }

    /**
     * Months by the calendar (民法 §120 II, §121): the first day is not counted, and the period ends with the day before
     * the one that corresponds to its first day, or with the month's last day when there is none.
     */
    record Months(int count) implements Limit {
        public Months {
            positive(count);
        }

        @Override
        public Instant dueAt(Instant anchor, ZoneId zone) {
            return endOf(lastDay(anchor, zone), zone);
        }

        @Override
        public Instant extendedDueAt(Instant anchor, ZoneId zone, Holidays holidays) {
            return holidays.extend(lastDay(anchor, zone), zone);
        }

        private LocalDate lastDay(Instant anchor, ZoneId zone) {
            LocalDate first = anchor.atZone(zone).toLocalDate().plusDays(1);
            YearMonth target = YearMonth.from(first).plusMonths(count);
            return target.isValidDay(first.getDayOfMonth())
                    ? target.atDay(first.getDayOfMonth()).minusDays(1)
                    : target.atEndOfMonth();
        }

        @Override
        public String text() {
            return count == 1 ? "1 month" : count + " months";
        }
    }

    /** 日(含)起: the anchor's own day is day 1; ends with the last day. */
    record InclusiveDays(int count) implements Limit {
        public InclusiveDays {
            positive(count);
        }

        @Override
        public Instant dueAt(Instant anchor, ZoneId zone) {
            return endOf(lastDay(anchor, zone), zone);
        }

        @Override
        public Instant extendedDueAt(Instant anchor, ZoneId zone, Holidays holidays) {
            return holidays.extend(lastDay(anchor, zone), zone);
        }

        private LocalDate lastDay(Instant anchor, ZoneId zone) {
            return anchor.atZone(zone).toLocalDate().plusDays(count - 1L);
        }

        @Override
        public String text() {
            return count + " days inclusive";
        }
    }

    private static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static void positive(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("a limit takes time: " + count);
        }
    }
}
