package org.tongbao.contracts.procedure.yaml;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.Limit;
import org.tongbao.contracts.procedure.Text;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads plain values of a section: text, numbers, words of a vocabulary, levels, durations, limits, clauses. */
final class Words {
    private static final String NUMERAL = "[一二三四五六七八九十]+";
    private static final Pattern CLAUSE = Pattern.compile("§\\d+(\\(" + NUMERAL + "\\))?(、\\(" + NUMERAL + "\\))*"
            + "|附件" + NUMERAL
            + "|第\\d+條(之\\d+)?(第\\d+項)?(第\\d+款)?"
            + "|own-design");
    private static final Pattern LEVELS = Pattern.compile("([1-4])(?:-([1-4]))?");
    private static final Pattern DURATION = Pattern.compile("([1-9]\\d{0,5})([smh])");
    private static final Pattern MONTHS = Pattern.compile("([1-9]\\d{0,2}) months?");
    private static final Pattern DAYS = Pattern.compile("([1-9]\\d{0,2}) days? inclusive");

    private Words() {}

    static String text(Section section, String key) {
        return section.required(key).isEmpty() ? "" : optionalText(section, key).orElse("");
    }

    static Optional<String> optionalText(Section section, String key) {
        return section.scalar(key).flatMap(node -> {
            if (node.getTag().equals(Tag.STR) && !node.getValue().isBlank()) {
                return Optional.of(node.getValue());
            }
            section.wrongValue(key, "\"" + key + "\" must be text, is \"" + node.getValue() + "\"");
            return Optional.empty();
        });
    }

    static List<String> texts(Section section, String key) {
        return section.scalars(key).stream().map(ScalarNode::getValue).toList();
    }

    /** A text in both languages. */
    static Text bothLanguages(Section section, String key) {
        String[] words = {"", ""};
        section.section(key, text -> {
            words[0] = text(text, "zh");
            words[1] = text(text, "en");
        });
        return new Text(words[0], words[1]);
    }

    static int number(Section section, String key, int least) {
        return section.required(key).isEmpty() ? least : optionalNumber(section, key, least, least);
    }

    static int optionalNumber(Section section, String key, int least, int otherwise) {
        return section.scalar(key)
                .map(node -> parsed(section, key, node, "a number from " + least, Integer::valueOf))
                .filter(number -> {
                    if (number < least) {
                        section.wrongValue(key, "\"" + key + "\" must be a number from " + least + ", is " + number);
                    }
                    return number >= least;
                })
                .orElse(otherwise);
    }

    static boolean flag(Section section, String key) {
        section.required(key);
        return section.scalar(key)
                .map(node -> {
                    if (!node.getTag().equals(Tag.BOOL)) {
                        section.wrongValue(
                                key, "\"" + key + "\" must be true or false, is \"" + node.getValue() + "\"");
                    }
                    return node.getValue().equals("true");
                })
                .orElse(false);
    }

    static LocalDate date(Section section, String key) {
        section.required(key);
        LocalDate date = optionalDate(section, key);
        return date == null ? LocalDate.EPOCH : date;
    }

    static @Nullable LocalDate optionalDate(Section section, String key) {
        return section.scalar(key)
                .map(node -> parsed(section, key, node, "a date like 2026-01-31", LocalDate::parse))
                .orElse(null);
    }

    private static <T> @Nullable T parsed(
            Section section, String key, ScalarNode node, String what, Function<String, T> parse) {
        try {
            return parse.apply(node.getValue());
        } catch (DateTimeException | NumberFormatException e) {
            section.wrongValue(key, "\"" + key + "\" must be " + what + ", is \"" + node.getValue() + "\"");
            return null;
        }
    }

    static <E extends Enum<E> & Keyed> E word(Section section, String key, Class<E> vocabulary) {
        section.required(key);
        E word = optionalWord(section, key, vocabulary);
        return word == null ? vocabulary.getEnumConstants()[0] : word;
    }

    static <E extends Enum<E> & Keyed> @Nullable E optionalWord(Section section, String key, Class<E> vocabulary) {
        return section.scalar(key)
                .flatMap(node -> known(section, node, node.getValue(), vocabulary))
                .orElse(null);
    }

    /** The words of a list that must not be empty. */
    static <E extends Enum<E> & Keyed> List<E> words(Section section, String key, Class<E> vocabulary) {
        section.required(key);
        return optionalWords(section, key, vocabulary);
    }

    static <E extends Enum<E> & Keyed> List<E> optionalWords(Section section, String key, Class<E> vocabulary) {
        return section.scalars(key).stream()
                .flatMap(node -> known(section, node, node.getValue(), vocabulary).stream())
                .toList();
    }

    static <E extends Enum<E> & Keyed> Set<E> wordSet(Section section, String key, Class<E> vocabulary) {
        return new LinkedHashSet<>(words(section, key, vocabulary));
    }

    static <E extends Enum<E> & Keyed> Optional<E> known(
            Section section, ScalarNode node, String written, Class<E> vocabulary) {
        Optional<E> word = Keyed.find(vocabulary, written);
        if (word.isEmpty()) {
            section.mistakes().add(Section.lineOf(node), section.path(), unknown(vocabulary, written));
        }
        return word;
    }

    static <E extends Enum<E> & Keyed> String unknown(Class<E> vocabulary, String written) {
        List<String> all =
                Arrays.stream(vocabulary.getEnumConstants()).map(Keyed::key).toList();
        return "unknown " + nounOf(vocabulary) + " \"" + written + "\"" + Spelling.hint(written, all);
    }

    /** {@code MetBy} is spoken of as "met by". */
    private static String nounOf(Class<?> vocabulary) {
        return vocabulary.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT);
    }

    /** {@code 3} or {@code 3-4}. */
    static Set<Level> levels(Section section, String key, Set<Level> otherwise) {
        return section.scalar(key)
                .map(node -> levelsOf(node.getValue()).orElseGet(() -> {
                    section.wrongValue(key, notLevels(key, node.getValue()));
                    return otherwise;
                }))
                .orElse(otherwise);
    }

    private static String notLevels(String key, String written) {
        return "\"" + key + "\" must be a level or a range like 3-4, is \"" + written + "\"";
    }

    static Optional<Set<Level>> levelsOf(String written) {
        var matcher = LEVELS.matcher(written);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(matcher.group(1));
        int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
        Set<Level> levels = new LinkedHashSet<>();
        for (int level = first; level <= last; level++) {
            levels.add(Level.of(level));
        }
        return levels.isEmpty() ? Optional.empty() : Optional.of(levels);
    }

    /** A mapping whose keys are levels or ranges: {@code {1-2: 8h, 3-4: 2h}}. */
    static void byLevel(Section section, String key, ByLevel reading) {
        section.section(key, table -> {
            Set<Level> seen = new LinkedHashSet<>();
            for (String written : table.keys()) {
                Set<Level> levels = levelsOf(written).orElseGet(() -> {
                    table.wrongValue(written, "\"" + written + "\" must be a level or a range like 3-4");
                    return Set.of();
                });
                levels.stream()
                        .filter(level -> !seen.add(level))
                        .forEach(level -> table.wrongValue(written, "level " + level.number() + " is here twice"));
                reading.accept(table, written, levels);
            }
        });
    }

    interface ByLevel {
        void accept(Section table, String key, Set<Level> levels);
    }

    /** A duration for every level: {@code {1-2: 60m, 3: 10m, 4: 5m}}. */
    static Map<Level, Duration> durations(Section section, String key) {
        Map<Level, Duration> durations = new EnumMap<>(Level.class);
        byLevel(section, key, (table, written, levels) -> {
            Duration duration = duration(table, written);
            levels.forEach(level -> durations.put(level, duration));
        });
        return durations;
    }

    private static Duration duration(Section section, String key) {
        return section.scalar(key).flatMap(node -> durationOf(node.getValue())).orElseGet(() -> {
            section.wrongValue(key, "must be a duration like 10m, 4s or 2h");
            return Duration.ofSeconds(1);
        });
    }

    private static Optional<Duration> durationOf(String written) {
        var matcher = DURATION.matcher(written);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "s" -> Duration.ofSeconds(count);
                    case "m" -> Duration.ofMinutes(count);
                    default -> Duration.ofHours(count);
                });
    }

    /** {@code 36h}, {@code 25s}, {@code 1 month}, {@code 3 days inclusive}; null for {@code none}. */
    static @Nullable Limit limit(Section section, String key) {
        section.required(key);
        String written = section.scalar(key).map(ScalarNode::getValue).orElse("none");
        if (written.equals("none")) {
            return null;
        }
        Optional<Limit> limit = limitOf(written);
        if (limit.isEmpty()) {
            section.wrongValue(
                    key, "\"" + written + "\" is no limit; write it like 36h, 1 month, 3 days inclusive or none");
        }
        return limit.orElse(null);
    }

    private static Optional<Limit> limitOf(String written) {
        var months = MONTHS.matcher(written);
        if (months.matches()) {
            return Optional.of(new Limit.Months(Integer.parseInt(months.group(1))));
        }
        var days = DAYS.matcher(written);
        if (days.matches()) {
            return Optional.of(new Limit.InclusiveDays(Integer.parseInt(days.group(1))));
        }
        return durationOf(written).map(Limit.Hours::new);
    }

    static String clause(Section section, String key) {
        String clause = text(section, key);
        if (!clause.isEmpty() && !CLAUSE.matcher(clause).matches()) {
            section.wrongValue(key, "\"" + clause + "\" is no clause; write it like §15(二), 附件一, 第6條第1項 or own-design");
        }
        return clause;
    }
}
