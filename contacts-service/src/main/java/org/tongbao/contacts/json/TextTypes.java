package org.tongbao.contacts.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Keyed;

/** How types are written and read that are no records of plain components. */
@SuppressWarnings("serial")
public final class TextTypes extends SimpleModule {
    /** Several of them may be registered. */
    @Override
    public Object getTypeId() {
        return this;
    }

    /** Both ways, as text. */
    <T> TextTypes text(Class<T> type, Function<T, String> write, Function<String, T> read) {
        return written(type, write, it -> false).read(type, it -> read.apply(it.asText()));
    }

    /** @param isEmpty of what is left out where only what is not empty is shown */
    <T> TextTypes written(Class<T> type, Function<? super T, ?> shown, Predicate<? super T> isEmpty) {
        addSerializer(type, new Writer<>(type, shown, isEmpty));
        return this;
    }

    public <T> TextTypes read(Class<T> type, Function<JsonNode, T> read) {
        addDeserializer(type, new Reader<>(type, read, null));
        return this;
    }

    /** A word of a vocabulary that goes without saying. */
    <T extends Enum<T> & Keyed> TextTypes absent(Class<T> type, T absent) {
        addDeserializer(
                type, new Reader<>(type, it -> Keyed.find(type, it.asText()).orElseThrow(), absent));
        return this;
    }

    private static final class Writer<T> extends StdSerializer<T> {
        private final Function<? super T, ?> shown;
        private final Predicate<? super T> isEmpty;

        Writer(Class<T> type, Function<? super T, ?> shown, Predicate<? super T> isEmpty) {
            super(type);
            this.shown = shown;
            this.isEmpty = isEmpty;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(shown.apply(value), json);
        }

        @Override
        public boolean isEmpty(SerializerProvider provider, T value) {
            return isEmpty.test(value);
        }
    }

    private static final class Reader<T> extends StdDeserializer<T> {
        private final Function<JsonNode, T> read;
        private final @Nullable T absent;

        Reader(Class<T> type, Function<JsonNode, T> read, @Nullable T absent) {
            super(type);
            this.read = read;
            this.absent = absent;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                return read.apply(context.readTree(parser));
            } catch (RuntimeException e) {
                throw JsonMappingException.from(parser, "no " + handledType().getSimpleName(), e);
            }
        }

        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return absent;
        }
    }
}
