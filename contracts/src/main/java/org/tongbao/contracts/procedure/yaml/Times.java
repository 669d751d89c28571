package org.tongbao.contracts.procedure.yaml;

import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.Limit;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads levels, and the times that depend on them. */
final class Times {
    private static final Pattern LEVELS = Pattern.compile("([1-4])(?:-([1-4]))?");
    private static final Pattern DURATION = Pattern.compile("([1-9]\\d{0,5})([smh])");
    private static final Pattern MONTHS = Pattern.compile("([1-9]\\d{0,2}) months?");
    private static final Pattern DAYS = Pattern.compile("([1-9]\\d{0,2}) days? inclusive");

    private Times() {}

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
}
