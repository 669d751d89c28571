package org.tongbao.platform.http;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Puts the schemas that bodies are checked against, and examples, into the API description: one source for both. An
 * operation names the files of the class path by extensions, which are replaced by what they hold:
 *
 * <ul>
 *   <li>{@link #BODY}: the schema of the body; of several files it is one of them. A PATCH requires nothing.
 *   <li>{@link #BODY_EXAMPLES}: lines of {@code name = file}.
 *   <li>{@link #ANSWER_EXAMPLES}: lines of {@code status name = file}, for a status that the operation describes.
 * </ul>
 */
public class SchemasInDescription implements OASFilter {
    public static final String BODY = "x-body-schema";
    public static final String BODY_EXAMPLES = "x-body-examples";
    public static final String ANSWER_EXAMPLES = "x-answer-examples";

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    @Override
    public PathItem filterPathItem(PathItem path) {
        path.getOperations().forEach((method, operation) -> {
            @Nullable String body = take(operation, BODY);
            if (body != null) {
                describeBody(operation, body.strip().split("\\s+"), method == PathItem.HttpMethod.PATCH);
            }
            lines(take(operation, BODY_EXAMPLES)).forEach(it -> operation
                    .getRequestBody()
                    .getContent()
                    .getMediaTypes()
                    .values()
                    .forEach(media -> media.addExample(it.name(), example(it.file()))));
            lines(take(operation, ANSWER_EXAMPLES)).forEach(it -> describeAnswer(operation, it));
        });
        return path;
    }

    private static void describeBody(Operation operation, String[] files, boolean patch) {
        List<Schema> schemas =
                Arrays.stream(files).map(it -> schema(it, files.length > 1)).toList();
        Schema schema =
                schemas.size() == 1 ? schemas.get(0) : OASFactory.createSchema().oneOf(schemas);
        if (patch) {
            schema.setRequired(List.of());
        }
        if (operation.getRequestBody() == null) {
            operation.setRequestBody(OASFactory.createRequestBody());
        }
        var described = operation.getRequestBody();
        described.setRequired(true);
        Content before = described.getContent();
        Content after = OASFactory.createContent();
        if (before == null
                || before.getMediaTypes() == null
                || before.getMediaTypes().isEmpty()) {
            after.addMediaType(
                    patch ? MERGE_PATCH : JSON, OASFactory.createMediaType().schema(schema));
        } else {
            before.getMediaTypes().forEach((type, media) -> after.addMediaType(type, media.schema(schema)));
        }
        described.setContent(after);
    }

    private static void describeAnswer(Operation operation, Line line) {
        String[] statusAndName = line.name().split("\\s+", 2);
        var answer = operation.getResponses().getAPIResponse(statusAndName[0]);
        String type = statusAndName[0].startsWith("2") ? JSON : PROBLEM;
        if (answer.getContent() == null) {
            answer.setContent(OASFactory.createContent());
        }
        Map<String, MediaType> media = answer.getContent().getMediaTypes();
        if (media == null || !media.containsKey(type)) {
            answer.getContent().addMediaType(type, OASFactory.createMediaType());
        }
        answer.getContent().getMediaType(type).addExample(statusAndName[1], example(line.file()));
    }

    private static @Nullable String take(Operation operation, String extension) {
        Map<String, Object> extensions = operation.getExtensions();
        if (extensions == null || !extensions.containsKey(extension)) {
            return null;
        }
        String value = String.valueOf(extensions.get(extension));
        operation.removeExtension(extension);
        return value;
    }

    private record Line(String name, String file) {
        static Line of(String text) {
            int equals = text.lastIndexOf('=');
            return new Line(
                    text.substring(0, equals).strip(),
                    text.substring(equals + 1).strip());
        }
    }

    private static Stream<Line> lines(@Nullable String value) {
        return value == null
                ? Stream.of()
                : value.lines().filter(it -> !it.isBlank()).map(Line::of);
    }

    private static Example example(String file) {
        return OASFactory.createExample().value(MAPPER.convertValue(SchemaFiles.read(file), Object.class));
    }

    private static Schema schema(String file, boolean titled) {
        Schema schema = DescribedSchema.of(SchemaFiles.read(file));
        return titled ? schema.title(file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'))) : schema;
    }
}
