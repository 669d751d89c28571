package org.tongbao.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.contracts.procedure.Role;

/**
 * JSON files of the class path: schemas and examples. A schema names a closed vocabulary of contracts instead of listing
 * it: {@code "enum": "roles"} becomes the keys of {@link Role}, for validation and for the API description alike.
 */
final class SchemaFiles {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String ENUM = "enum";
    private static final Map<String, List<String>> VOCABULARIES = Map.of("roles", keys(Role.values()));

    private SchemaFiles() {}

    /**
     * @throws IllegalStateException when there is no such file, or it names a vocabulary that is not known
     */
    static JsonNode read(String file) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no file " + file + " in the class path");
            }
            JsonNode tree = MAPPER.readTree(in);
            expand(tree, file);
            return tree;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void expand(JsonNode node, String file) {
        if (node instanceof ObjectNode schema && schema.path(ENUM).isTextual()) {
            schema.set(ENUM, vocabulary(schema.get(ENUM).textValue(), file));
        }
        node.forEach(child -> expand(child, file));
    }

    private static ArrayNode vocabulary(String name, String file) {
        List<String> keys = VOCABULARIES.get(name);
        if (keys == null) {
            throw new IllegalStateException(
                    file + " names the vocabulary " + name + ", which is not one of " + VOCABULARIES.keySet());
        }
        ArrayNode values = MAPPER.createArrayNode();
        keys.forEach(values::add);
        return values;
    }

    private static List<String> keys(Keyed... words) {
        return Arrays.stream(words).map(Keyed::key).toList();
    }
}
