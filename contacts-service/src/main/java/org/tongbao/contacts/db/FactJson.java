package org.tongbao.contacts.db;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Fact;
import org.tongbao.contacts.domain.agency.Agency;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.people.Certificate;
import org.tongbao.contacts.domain.people.Deputyship;
import org.tongbao.contacts.domain.people.Kinds;
import org.tongbao.contracts.procedure.Keyed;

/**
 * A fact as the ledger keeps it: the record's components by name, words of a vocabulary by their key. What an older line does
 * not know of is empty.
 */
final class FactJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(module())
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
        for (Class<?> several : new Class<?>[] {Set.class, List.class}) {
            MAPPER.configOverride(several).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        }
    }

    private FactJson() {}

    static String write(Fact fact) {
        try {
            return MAPPER.writeValueAsString(fact);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Fact read(String kind, String json) {
        Class<? extends Fact> type = kind.equals(Fact.kindOf(Agency.class)) ? Agency.class : Kinds.of(kind);
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static @Nullable Certificate certificate(@Nullable String json) {
        try {
            return json == null ? null : MAPPER.readValue(json, Certificate.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static @Nullable JsonNode tree(@Nullable Certificate certificate) {
        return certificate == null ? null : MAPPER.valueToTree(certificate);
    }

    static List<Deputyship.Permission> permissions(String json) {
        try {
            return MAPPER.readValue(json, new TypeReference<List<Deputyship.Permission>>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode tree(List<Deputyship.Permission> permissions) {
        return MAPPER.valueToTree(permissions);
    }

    static String text(List<Deputyship.Permission> permissions) {
        return tree(permissions).toString();
    }

    static @Nullable String text(@Nullable Certificate certificate) {
        try {
            return certificate == null ? null : MAPPER.writeValueAsString(certificate);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SimpleModule module() {
        SimpleModule module = new SimpleModule();
        module.addSerializer(Keyed.class, new KeyWriter());
        module.addSerializer(AgencyCode.class, new CodeWriter());
        module.setDeserializers(new Words());
        return module;
    }

    private static final class KeyWriter extends StdSerializer<Keyed> {
        private static final long serialVersionUID = 1L;

        KeyWriter() {
            super(Keyed.class);
        }

        @Override
        public void serialize(Keyed word, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(word.key());
        }
    }

    private static final class CodeWriter extends StdSerializer<AgencyCode> {
        private static final long serialVersionUID = 1L;

        CodeWriter() {
            super(AgencyCode.class);
        }

        @Override
        public void serialize(AgencyCode code, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(code.value());
        }
    }

    private static final class CodeReader extends StdDeserializer<AgencyCode> {
        private static final long serialVersionUID = 1L;

        CodeReader() {
            super(AgencyCode.class);
        }

        @Override
        public AgencyCode deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return new AgencyCode(parser.getText());
        }
    }

    /** Reads the enums that are written by their key. */
    private static final class Words extends SimpleDeserializers {
        private static final long serialVersionUID = 1L;

        Words() {
            addDeserializer(AgencyCode.class, new CodeReader());
        }

        @Override
        public @Nullable JsonDeserializer<?> findEnumDeserializer(
                Class<?> type, DeserializationConfig config, BeanDescription description) {
            return Keyed.class.isAssignableFrom(type) ? new KeyReader(type) : null;
        }
    }

    private static final class KeyReader extends StdDeserializer<Object> {
        private static final long serialVersionUID = 1L;

        KeyReader(Class<?> type) {
            super(type);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String key = parser.getText();
            return Arrays.stream(handledType().getEnumConstants())
                    .filter(it -> ((Keyed) it).key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no word " + key));
        }
    }
}
