package org.tongbao.escalation.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.tongbao.platform.time.Times;

/** Instants in answers as people here read them: RFC 3339 with the offset of Taipei. */
@Singleton
public class TaipeiTimes implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new SimpleModule("taipei-times").addSerializer(Instant.class, new Shown()));
    }

    /** Last, so that no module that Quarkus finds takes the serializer's place. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    private static final class Shown extends JsonSerializer<Instant> {
        @Override
        public void serialize(Instant at, JsonGenerator json, SerializerProvider serializers) throws IOException {
            json.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(Times.TAIPEI)));
        }
    }
}
