package org.tongbao.intake.db;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.tongbao.contracts.procedure.Keyed;

/** Text forms of small sets and enum keys in a column. */
public final class Columns {
    private Columns() {}

    public static String numbers(Collection<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    public static List<Integer> numbers(String column) {
        return parts(column).stream().map(Integer::valueOf).toList();
    }

    public static String keys(Collection<? extends Keyed> keys) {
        return keys.stream().map(Keyed::key).sorted().collect(Collectors.joining(","));
    }

    public static <E extends Enum<E> & Keyed> List<E> keys(Class<E> vocabulary, String column) {
        return parts(column).stream().map(key -> key(vocabulary, key)).toList();
    }

    public static <E extends Enum<E> & Keyed> E key(Class<E> vocabulary, String key) {
        return Keyed.find(vocabulary, key)
                .orElseThrow(() -> new IllegalStateException("unknown key in a column: " + key));
    }

    private static List<String> parts(String column) {
        return column.isEmpty() ? List.of() : Arrays.asList(column.split(","));
    }
}
