package org.tongbao.escalation.delivery.mail;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongbao.contracts.Language;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.contracts.procedure.Role;

/** The sentences of one language, from {@code mail/wording-*.properties}. */
final class Wording {
    static final Wording CHINESE = new Wording(Language.CHINESE);
    static final Wording ENGLISH = new Wording(Language.ENGLISH);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    private final Language language;
    private final Properties sentences = new Properties();

    private Wording(Language language) {
        this.language = language;
        var file = "/mail/wording-" + language.tag() + ".properties";
        try (var stream = Objects.requireNonNull(Wording.class.getResourceAsStream(file), file)) {
            sentences.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Chinese unless English is asked for. */
    static Wording in(String language) {
        return language.startsWith("en") ? ENGLISH : CHINESE;
    }

    Language language() {
        return language;
    }

    Set<String> keys() {
        return sentences.stringPropertyNames();
    }

    /** A sentence that takes no values. */
    String say(String key) {
        return say(key, Map.of());
    }

    String say(String key, Map<String, String> values) {
        return find(key, values).orElseThrow(() -> new IllegalStateException("no wording or no value for " + key));
    }

    /** Empty when there is no such sentence, or when a value it needs is not known. */
    Optional<String> find(String key, Map<String, String> values) {
        return Optional.ofNullable(sentences.getProperty(key)).flatMap(sentence -> filled(sentence, values));
    }

    /** What a role is called; accepts the procedures' {@code reviewer@duty} too. */
    String role(String role) {
        int at = role.indexOf('@');
        return Keyed.find(Role.class, at < 0 ? role : role.substring(0, at))
                .map(known -> known.text().in(language))
                .orElseGet(() -> say("role.other"));
    }

    private static Optional<String> filled(String sentence, Map<String, String> values) {
        boolean complete =
                PLACEHOLDER.matcher(sentence).results().allMatch(found -> values.containsKey(found.group(1)));
        return complete
                ? Optional.of(PLACEHOLDER
                        .matcher(sentence)
                        .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), ""))))
                : Optional.empty();
    }
}
