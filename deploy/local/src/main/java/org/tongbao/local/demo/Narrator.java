package org.tongbao.local.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Prints the scenario: Chinese first, English beneath, times of Taipei. */
final class Narrator {
    static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss");
    private static final String MARGIN = " ".repeat(10);
    private static final int WIDE = 0x2E80;

    private final PrintStream out;

    Narrator(PrintStream out) {
        this.out = out;
    }

    void title(String chinese, String english) {
        out.println(chinese);
        out.println(english);
    }

    void step(int number, String chinese, String english) {
        out.printf("%n━━ %d · %s · %s ━━%n", number, chinese, english);
    }

    /** Something that happened at this instant. */
    void at(Instant when, String chinese, String english) {
        out.println(clock(when) + "  " + chinese);
        out.println(MARGIN + english);
    }

    void line(String text) {
        out.println(MARGIN + text);
    }

    void both(String chinese, String english) {
        line(chinese);
        line(english);
    }

    void blank() {
        out.println();
    }

    /** One row; the width of a column counts a Chinese character twice. */
    void row(int[] widths, String... cells) {
        var text = new StringBuilder(MARGIN);
        for (int i = 0; i < cells.length; i++) {
            text.append(cells[i]);
            if (i < cells.length - 1) {
                text.append(" ".repeat(Math.max(2, widths[i] - width(cells[i]))));
            }
        }
        out.println(text);
    }

    void passed(String chinese, String english) {
        out.println("        ✓ " + chinese + " · " + english);
    }

    void failed(String chinese, String english, @Nullable Object expected, @Nullable Object found) {
        out.println("        ✗ " + chinese + " · " + english);
        out.println(MARGIN + "預期 expected: " + shown(expected));
        out.println(MARGIN + "實際 found:    " + shown(found));
    }

    void ended(String message) {
        out.println("        ✗ " + message);
    }

    void plain(String text) {
        out.println(text);
    }

    private static String shown(@Nullable Object value) {
        if (value instanceof Collection<?> many) {
            var text = new StringBuilder(many.isEmpty() ? "（無 none）" : "");
            many.forEach(it -> text.append(System.lineSeparator())
                    .append(MARGIN)
                    .append("  ")
                    .append(it));
            return text.toString();
        }
        return String.valueOf(value);
    }

    static int width(String text) {
        return text.codePoints().map(it -> it > WIDE ? 2 : 1).sum();
    }

    /** Time of day; with the date when it is another day. */
    static String clock(Instant when) {
        var local = when.atZone(TAIPEI);
        boolean today = local.toLocalDate().equals(LocalDate.now(TAIPEI));
        return (today ? CLOCK : DAY).format(local);
    }

    /** How much time is left, such as {@code 1:12:05} or {@code 30 天 d 15:13:48}; with a minus when it is over. */
    static String left(Duration time) {
        if (time.isNegative()) {
            return "逾期 late " + left(time.negated());
        }
        String clock = "%d:%02d:%02d".formatted(time.toHoursPart(), time.toMinutesPart(), time.toSecondsPart());
        return time.toDays() == 0 ? clock : time.toDays() + " 天 d " + clock;
    }
}
