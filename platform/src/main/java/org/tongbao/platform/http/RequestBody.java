package org.tongbao.platform.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tongbao.contracts.Text;

/**
 * A kind of request body: checked as a tree against its JSON Schema before it is bound, so that everything that is wrong
 * with it is named at once. The schema is also what the API description shows.
 *
 * <p>Schemas are files of the class path; {@code "format": "date-time"} asks for RFC 3339 with an offset.
 */
public final class RequestBody<T> {
    private static final int MAX_DEPTH = 20;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(40)
                        .build());
    }

    private final Class<T> type;
    private final String slug;
    private final Text title;
    private final JsonSchema schema;

    private RequestBody(Class<T> type, String slug, Text title, JsonSchema schema) {
        this.type = type;
        this.slug = slug;
        this.title = title;
        this.schema = schema;
    }

    /**
     * @param schema path of the schema in the class path, such as {@code schemas/report.json}
     * @param slug of the problem that a wrong body ends in, such as {@code invalid-report}
     */
    public static <T> RequestBody<T> of(Class<T> type, String schema, String slug, Text title) {
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .formatAssertionsEnabled(true)
                .build();
        return new RequestBody<>(type, slug, title, SCHEMAS.getSchema(SchemaFiles.read(schema), config));
    }

    /** Reads a body; {@code more} adds the violations that only code can see, and is asked even when the schema found some. */
    public T read(byte[] body, Function<JsonNode, List<Violation>> more) {
        return read(tree(body), more);
    }

    public T read(byte[] body) {
        return read(body, tree -> List.of());
    }

    /** As {@link #read(byte[], Function)}, for a tree that was merged first. */
    public T read(JsonNode tree, Function<JsonNode, List<Violation>> more) {
        var found = schema.validate(tree);
        List<Violation> violations = Stream.concat(
                        SchemaViolations.of(found, schema.getSchemaNode()).stream(), more.apply(tree).stream())
                .sorted(Comparator.comparing(Violation::pointer))
                .toList();
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(slug, title, violations);
        }
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "the schema of " + type.getSimpleName() + " lets through what cannot be bound", e);
        }
    }

    /** The tree of a body, for a merge. */
    public JsonNode tree(byte[] body) {
        try {
            JsonNode tree = MAPPER.readTree(body);
            if (tree == null || tree.isMissingNode()) {
                throw malformed();
            }
            return tree;
        } catch (IOException e) {
            throw malformed();
        }
    }

    private ProblemException malformed() {
        return ProblemException.invalid(
                slug,
                title,
                List.of(new Violation(
                        "",
                        "malformed-json",
                        new Text("內容不是正確的 JSON（UTF-8）。", "The body is not well-formed JSON (UTF-8)."))));
    }
}
