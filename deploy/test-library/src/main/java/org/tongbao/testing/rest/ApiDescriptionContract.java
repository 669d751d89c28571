package org.tongbao.testing.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.contracts.procedure.Role;

/** What the API description shows of a body is what the body is checked against. */
public interface ApiDescriptionContract {
    Path SCHEMAS = Path.of("src/main/resources/schemas");

    /** The management interface of the service under test. */
    URI management();

    @Test
    default void theDescriptionShowsEverySchemaThatIsEnforced() throws IOException {
        List<JsonNode> shown = new ArrayList<>();
        new ObjectMapper()
                .readTree(RestAssured.get(management().resolve("/q/openapi?format=json"))
                        .asString())
                .path("paths")
                .findValues("requestBody")
                .forEach(body -> body.path("content").forEach(media -> {
                    shown.add(media.path("schema"));
                    media.path("schema").path("oneOf").forEach(shown::add);
                }));

        var missing = new TreeSet<String>();
        try (Stream<Path> files = Files.list(SCHEMAS)) {
            for (Path file : files.toList()) {
                JsonNode enforced = withRoles(new ObjectMapper().readTree(file.toFile()));
                if (shown.stream().noneMatch(it -> shows(it, enforced))) {
                    missing.add(file.getFileName().toString());
                }
            }
        }
        assertThat(missing).as("schemas that are enforced and not shown").isEmpty();
    }

    /** A schema that names the roles of contracts enforces each of them. */
    private static JsonNode withRoles(JsonNode schema) {
        for (JsonNode parent : schema.findParents("enum")) {
            if (parent.path("enum").asText().equals("roles")) {
                ArrayNode roles = ((ObjectNode) parent).putArray("enum");
                Arrays.stream(Role.values()).map(Keyed::key).forEach(roles::add);
            }
        }
        return schema;
    }

    private static boolean shows(JsonNode shown, JsonNode enforced) {
        return shown.path("properties").equals(enforced.path("properties"))
                && shown.path("additionalProperties").equals(enforced.path("additionalProperties"));
    }
}
