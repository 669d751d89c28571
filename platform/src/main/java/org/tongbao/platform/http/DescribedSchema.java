package org.tongbao.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** A JSON Schema as the API description holds it. A keyword that it does not know is refused: what is shown is what is enforced. */
final class DescribedSchema {
    private DescribedSchema() {}

    static Schema of(JsonNode node) {
        Schema schema = OASFactory.createSchema();
        if (node.isBoolean()) {
            return schema.booleanSchema(node.asBoolean());
        }
        node.properties().forEach(keyword -> put(schema, keyword.getKey(), keyword.getValue()));
        return schema;
    }

    private static void put(Schema schema, String keyword, JsonNode value) {
        switch (keyword) {
            case "$schema", "$id", "$comment" -> {
                // says which dialect this is, and nothing of the body
            }
            case "type" -> {
                if (value.isArray()) {
                    value.forEach(it -> schema.addType(type(it)));
                } else {
                    schema.addType(type(value));
                }
            }
            case "title" -> schema.setTitle(value.asText());
            case "description" -> schema.setDescription(value.asText());
            case "format" -> schema.setFormat(value.asText());
            case "pattern" -> schema.setPattern(value.asText());
            case "enum" -> value.forEach(it -> schema.addEnumeration(plain(it)));
            case "const" -> schema.setConstValue(plain(value));
            case "required" -> value.forEach(it -> schema.addRequired(it.asText()));
            case "properties" ->
                value.properties().forEach(field -> schema.addProperty(field.getKey(), of(field.getValue())));
            case "items" -> schema.setItems(of(value));
            case "additionalProperties" -> schema.setAdditionalPropertiesSchema(of(value));
            case "minimum" -> schema.setMinimum(value.decimalValue());
            case "maximum" -> schema.setMaximum(value.decimalValue());
            case "minLength" -> schema.setMinLength(value.asInt());
            case "maxLength" -> schema.setMaxLength(value.asInt());
            case "minItems" -> schema.setMinItems(value.asInt());
            case "maxItems" -> schema.setMaxItems(value.asInt());
            case "uniqueItems" -> schema.setUniqueItems(value.asBoolean());
            case "readOnly" -> schema.setReadOnly(value.asBoolean());
            case "oneOf" -> value.forEach(it -> schema.addOneOf(of(it)));
            case "anyOf" -> value.forEach(it -> schema.addAnyOf(of(it)));
            case "allOf" -> value.forEach(it -> schema.addAllOf(of(it)));
            default -> throw new IllegalStateException("the API description cannot show the keyword " + keyword);
        }
    }

    private static Schema.SchemaType type(JsonNode name) {
        return Schema.SchemaType.valueOf(name.asText().toUpperCase(Locale.ROOT));
    }

    private static Object plain(JsonNode value) {
        return value.isNumber() ? value.numberValue() : value.isBoolean() ? value.booleanValue() : value.asText();
    }
}
