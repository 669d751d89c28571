package org.tongbao.contracts.procedure.yaml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.contracts.procedure.Keyed;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads plain values of a section: text, numbers, words of a vocabulary, clauses. */
final class Words {
    private static final String NUMERAL = "[一二三四五六七八九十]+";
    private static final Pattern CLAUSE = Pattern.compile("§\\d+(\\(" + NUMERAL + "\\))?(、\\(" + NUMERAL + "\\))*"
            + "|附件" + NUMERAL
            + "|第\\d+條(之\\d+)?(第\\d+項)?(第\\d+款)?"
            + "|own-design");

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
        return vocabulary.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    static String clause(Section section, String key) {
        String clause = text(section, key);
        if (!clause.isEmpty() && !CLAUSE.matcher(clause).matches()) {
            section.wrongValue(key, "\"" + clause + "\" is no clause; write it like §15(二), 附件一, 第6條第1項 or own-design");
        }
        return clause;
    }
}
