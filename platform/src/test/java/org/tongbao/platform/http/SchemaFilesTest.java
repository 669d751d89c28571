package org.tongbao.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.contracts.procedure.Role;

class SchemaFilesTest {
    @Test
    void aVocabularyOfContractsIsListedWhole() {
        var properties = SchemaFiles.read("schemas/vocabulary.json").path("properties");

        assertThat(properties.path("role").path("enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(
                        Arrays.stream(Role.values()).map(Keyed::key).toList());
        assertThat(properties.path("language").path("enum"))
                .extracting(JsonNode::asText)
                .containsExactly("zh-TW", "en");
    }

    @Test
    void anUnknownVocabularyIsNamed() {
        assertThatThrownBy(() -> SchemaFiles.read("schemas/unknown-vocabulary.json"))
                .hasMessageContaining("unknown-vocabulary.json")
                .hasMessageContaining("planets")
                .hasMessageContaining("roles");
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        assertThatThrownBy(() -> SchemaFiles.read("schemas/no-such.json")).hasMessageContaining("no-such.json");
    }
}
