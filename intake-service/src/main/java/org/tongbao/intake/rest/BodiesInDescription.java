package org.tongbao.intake.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.intake.response.domain.ResponseKind;

/** Puts the schemas that bodies are checked against, and the examples, into the API description: one source for both. */
public class BodiesInDescription implements OASFilter {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String JSON = "application/json";
    private static final String INCIDENTS = "/api/v1/incidents";
    private static final Map<String, String> EXAMPLES = Map.of(
            "level 3, filed by the agency",
            "report-taipei-level-3",
            "by phone, entered by the duty desk",
            "report-by-phone");

    @Override
    public void filterOpenAPI(OpenAPI description) {
        if (description.getPaths() == null || !description.getPaths().hasPathItem(INCIDENTS)) {
            return;
        }
        var paths = description.getPaths();
        Operation report = paths.getPathItem(INCIDENTS).getPOST();
        body(report, JSON, schema("report"), EXAMPLES);
        answer(report, "report-taipei-level-3.answer");
        Operation supplement = paths.getPathItem(INCIDENTS + "/{id}").getPATCH();
        body(supplement, "application/merge-patch+json", schema("report").required(List.of()), Map.of());
        body(paths.getPathItem("/api/v1/classifications").getPOST(), JSON, schema("classification"), Map.of());
        body(
                paths.getPathItem(INCIDENTS + "/{id}/affected-agencies").getPOST(),
                JSON,
                schema("affected-agencies"),
                Map.of());
        body(paths.getPathItem(INCIDENTS + "/{id}/sign-offs").getPOST(), JSON, schema("sign-offs"), Map.of());
        List<Schema> kinds = Arrays.stream(ResponseKind.values())
                .filter(kind -> kind != ResponseKind.SIGN_OFFS)
                .map(Keyed::key)
                .map(kind -> schema(kind).title(kind))
                .toList();
        paths.getPathItems().forEach((path, item) -> {
            if (path.startsWith(INCIDENTS + "/{id}/{kind")) {
                body(item.getPOST(), JSON, OASFactory.createSchema().oneOf(kinds), Map.of());
            }
        });
    }

    private static void body(Operation operation, String type, Schema schema, Map<String, String> examples) {
        var media = OASFactory.createMediaType().schema(schema);
        examples.forEach((name, file) -> media.addExample(name, example(file)));
        operation.setRequestBody(OASFactory.createRequestBody()
                .required(true)
                .content(OASFactory.createContent().addMediaType(type, media)));
    }

    private static void answer(Operation operation, String file) {
        var media = OASFactory.createMediaType().addExample("level 3", example(file));
        operation.setResponses(OASFactory.createAPIResponses()
                .addAPIResponse(
                        "201",
                        OASFactory.createAPIResponse()
                                .description("Taken: number, level with its reasoning, and what is owed by when")
                                .content(OASFactory.createContent().addMediaType(JSON, media)))
                .addAPIResponse(
                        "400",
                        OASFactory.createAPIResponse()
                                .description("Every violation at once; nothing was stored")
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                "application/problem+json",
                                                OASFactory.createMediaType()
                                                        .addExample("problem", example("problem"))))));
    }

    private static Example example(String file) {
        return OASFactory.createExample().value(MAPPER.convertValue(read("/examples/" + file + ".json"), Object.class));
    }

    private static Schema schema(String file) {
        return schema(read("/schemas/" + file + ".json"));
    }

    private static Schema schema(JsonNode node) {
        Schema schema = OASFactory.createSchema();
        if (node.has("type")) {
            schema.addType(Schema.SchemaType.valueOf(node.get("type").asText().toUpperCase(Locale.ROOT)));
        }
        if (node.has("description")) {
            schema.setDescription(node.get("description").asText());
        }
        if (node.has("format")) {
            schema.setFormat(node.get("format").asText());
        }
        if (node.has("pattern")) {
            schema.setPattern(node.get("pattern").asText());
        }
        node.path("enum").forEach(value -> schema.addEnumeration(value.asText()));
        node.path("required").forEach(field -> schema.addRequired(field.asText()));
        node.path("properties")
                .properties()
                .forEach(field -> schema.addProperty(field.getKey(), schema(field.getValue())));
        if (node.has("items")) {
            schema.setItems(schema(node.get("items")));
        }
        if (node.has("additionalProperties")) {
            schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
        }
        bounds(node, schema);
        return schema;
    }

    private static void bounds(JsonNode node, Schema schema) {
        if (node.has("minimum")) {
            schema.setMinimum(BigDecimal.valueOf(node.get("minimum").asLong()));
        }
        if (node.has("maximum")) {
            schema.setMaximum(BigDecimal.valueOf(node.get("maximum").asLong()));
        }
        if (node.has("minLength")) {
            schema.setMinLength(node.get("minLength").asInt());
        }
        if (node.has("maxLength")) {
            schema.setMaxLength(node.get("maxLength").asInt());
        }
        if (node.has("maxItems")) {
            schema.setMaxItems(node.get("maxItems").asInt());
        }
    }

    private static JsonNode read(String resource) {
        try (InputStream in = BodiesInDescription.class.getResourceAsStream(resource)) {
            return MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
