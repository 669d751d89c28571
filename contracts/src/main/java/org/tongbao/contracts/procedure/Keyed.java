package org.tongbao.contracts.procedure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A word of a closed vocabulary, written in files and JSON as {@link #key()}: {@code initially-contained}. */
public interface Keyed {
    /** The constant's name in lower case with hyphens. */
    default String key() {
        return ((Enum<?>) this).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The word with this key. */
    static <E extends Enum<E> & Keyed> Optional<E> find(Class<E> vocabulary, String key) {
        return Arrays.stream(vocabulary.getEnumConstants())
                .filter(word -> word.key().equals(key))
                .findFirst();
    }
}
