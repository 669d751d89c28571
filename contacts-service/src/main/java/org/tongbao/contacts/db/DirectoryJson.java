package org.tongbao.contacts.db;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.tongbao.contacts.agency.domain.Agency;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.domain.Fact;
import org.tongbao.contacts.people.domain.ItemKind;
import org.tongbao.contracts.procedure.Keyed;

/**
 * Facts as the ledger and the tables keep them: the record's components by name, words of a vocabulary by their key. What an
 * older row does not know of is empty.
 */
public final class DirectoryJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule()
                    .addSerializer(Set.class, new SortedSet())
                    .addDeserializer(AgencyCode.class, new CodeReader()))
            .addMixIn(Keyed.class, Word.class)
            .addMixIn(AgencyCode.class, Code.class)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            // Only components: a method that looks like a getter is no part of a fact.
            .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .build();

    static {
        for (Class<?> several : List.of(Set.class, List.class)) {
            MAPPER.configOverride(several).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        }
    }

    private DirectoryJson() {}

    private interface Word {
        @JsonValue
        String key();
    }

    private interface Code {
        @JsonValue
        String value();
    }

    private static final class CodeReader extends FromStringDeserializer<AgencyCode> {
        private static final long serialVersionUID = 1L;

        CodeReader() {
            super(AgencyCode.class);
        }

        @Override
        protected AgencyCode _deserialize(String value, DeserializationContext context) {
            return new AgencyCode(value);
        }
    }

    /** In one order on every machine. */
    @SuppressWarnings("rawtypes")
    private static final class SortedSet extends StdSerializer<Set> {
        private static final long serialVersionUID = 1L;

        SortedSet() {
            super(Set.class);
        }

        @Override
        public void serialize(Set set, JsonGenerator json, SerializerProvider provider) throws IOException {
            List<Object> elements = new ArrayList<>();
            for (Object element : set) {
                elements.add(element);
            }
            elements.sort(Comparator.comparing(it -> it instanceof Keyed word ? word.key() : it.toString()));
            provider.defaultSerializeValue(elements, json);
        }
    }

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param kind as the ledger calls it */
    public static Fact fact(String kind, String json) {
        return kind.equals(Agency.LEDGER_KIND)
                ? read(json, Agency.class)
                : read(json, ItemKind.of(kind).type());
    }

    public static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
