package org.tongbao.contacts.imports.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.domain.RecordFields;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.platform.time.Times;

/** What JSON says of the components of a record, by name. What cannot be read is left out: the schema says what is wrong. */
final class TreeFields {
    private TreeFields() {}

    static Map<String, Object> read(Class<?> type, JsonNode tree) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : RecordFields.components(type)) {
            Object value = value(component.getGenericType(), tree.path(component.getName()));
            if (value != null) {
                fields.put(component.getName(), value);
            }
        }
        return fields;
    }

    static @Nullable Object value(Type type, JsonNode tree) {
        if (type instanceof ParameterizedType several && tree.isArray()) {
            List<Object> elements = new ArrayList<>();
            tree.forEach(it -> {
                Object element = value(several.getActualTypeArguments()[0], it);
                if (element != null) {
                    elements.add(element);
                }
            });
            return several.getRawType().equals(Set.class) ? new LinkedHashSet<>(elements) : elements;
        }
        if (type instanceof Class<?> plain && plain.isRecord() && tree.isObject()) {
            Map<String, Object> fields = read(plain, tree);
            boolean isWhole = RecordFields.components(plain).stream()
                    .allMatch(it -> RecordFields.isOptional(it) || fields.containsKey(it.getName()));
            return isWhole ? RecordFields.create(plain, fields) : null;
        }
        return type instanceof Class<?> plain && tree.isTextual() ? value(plain, tree.textValue()) : null;
    }

    private static @Nullable Object value(Class<?> type, String text) {
        try {
            if (type == String.class) {
                return text;
            }
            if (type == UUID.class) {
                return UUID.fromString(text);
            }
            if (type == Instant.class) {
                return Times.stored(OffsetDateTime.parse(text));
            }
            if (type == AgencyCode.class) {
                return AgencyCode.parse(text).orElse(null);
            }
            return type.isEnum()
                    ? Arrays.stream(type.getEnumConstants())
                            .filter(it -> it instanceof Keyed word && word.key().equals(text))
                            .findFirst()
                            .orElse(null)
                    : null;
        } catch (DateTimeException | IllegalArgumentException e) {
            return null;
        }
    }
}
