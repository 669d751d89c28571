package org.tongbao.contacts.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.ValidationError;
import org.tongbao.contracts.Text;

/** What people read of a refusal, {@code refusals.json} by its reason; {@code {}} stands for what it is about. */
final class RefusalTexts {
    private static final String SUBJECT = "{}";
    private static final File FILE = read();

    private RefusalTexts() {}

    private record File(Map<String, ProblemText> problems, Map<String, Text> errors) {}

    record ProblemText(String slug, Text title, Text detail) {}

    private interface Languages {
        @JsonProperty("zh-TW")
        String chinese();

        @JsonProperty("en")
        String english();
    }

    private static File read() {
        try (var file = Objects.requireNonNull(RefusalTexts.class.getResourceAsStream("/refusals.json"))) {
            return JsonMapper.builder()
                    .addMixIn(Text.class, Languages.class)
                    .build()
                    .readValue(file, File.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ProblemText of(Refused.Reason reason) {
        return Objects.requireNonNull(FILE.problems().get(reason.key()), reason.name());
    }

    static Text of(ValidationError error) {
        Text text = Objects.requireNonNull(FILE.errors().get(error.reason().key()), error.place());
        return new Text(
                text.chinese().replace(SUBJECT, error.subject()), text.english().replace(SUBJECT, error.subject()));
    }
}
