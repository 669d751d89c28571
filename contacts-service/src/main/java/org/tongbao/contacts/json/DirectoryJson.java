package org.tongbao.contacts.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tongbao.contacts.agency.domain.Agency;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.channel.domain.Certificate;
import org.tongbao.contacts.channel.domain.CertificateType;
import org.tongbao.contacts.domain.Fact;
import org.tongbao.contacts.duty.domain.HolidayRule;
import org.tongbao.contacts.duty.domain.Layer;
import org.tongbao.contacts.people.domain.Contact;
import org.tongbao.contacts.people.domain.Deputyship;
import org.tongbao.contacts.people.domain.ItemKind;
import org.tongbao.contracts.procedure.Actor;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.platform.time.Times;

/**
 * The JSON of agencies and items, in tables, bodies and answers: a record's components by name, words of a vocabulary by their
 * key, times with the offset of Taipei. Where it differs from the domain's records it says so here. What it does not say is empty.
 */
public final class DirectoryJson {
    private static final JsonMapper MAPPER = configured();

    private DirectoryJson() {}

    private static JsonMapper configured() {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new TextTypes()
                        .text(Instant.class, DirectoryJson::text, it -> Times.stored(OffsetDateTime.parse(it)))
                        .text(AgencyCode.class, AgencyCode::value, AgencyCode::new)
                        .text(LocalTime.class, LocalTime::toString, LocalTime::parse)
                        .text(DayOfWeek.class, DirectoryJson::key, DirectoryJson::day)
                        .written(Set.class, DirectoryJson::sorted, Set::isEmpty)
                        .written(HolidayRule.class, HolidayRule::key, HolidayRule.ANY::equals)
                        .absent(HolidayRule.class, HolidayRule.ANY))
                .addMixIn(Keyed.class, Word.class)
                .addMixIn(Contact.class, ContactFields.class)
                .addMixIn(Certificate.class, CertificateFields.class)
                .addMixIn(Deputyship.class, DeputyshipFields.class)
                .addMixIn(Layer.class, LayerFields.class)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                // Only components: a method that looks like a getter is no part of a fact.
                .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
                .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                .build();
        for (Class<?> several : List.of(Set.class, List.class)) {
            mapper.configOverride(several).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        }
        return mapper;
    }

    private interface Word {
        @JsonValue
        String key();
    }

    private abstract static class ContactFields {
        @JsonProperty
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        abstract Set<Actor> teamRoles();
    }

    @JsonPropertyOrder({"value", "type", "fingerprint", "expires"})
    private abstract static class CertificateFields {
        @JsonProperty(access = JsonProperty.Access.READ_ONLY)
        abstract CertificateType type();
    }

    private abstract static class DeputyshipFields {
        @JsonProperty
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        abstract List<Deputyship.Permission> permissions();
    }

    @JsonPropertyOrder({"name", "participants", "every", "handOff", "starts"})
    private abstract static class LayerFields {
        @JsonProperty
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        abstract List<?> windows();

        @JsonProperty
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        abstract HolidayRule holidays();
    }

    public static String text(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(Times.shown(instant));
    }

    private static String key(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }

    private static DayOfWeek day(String key) {
        return Arrays.stream(DayOfWeek.values())
                .filter(it -> key(it).equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** In one order on every machine. */
    @SuppressWarnings("unchecked")
    private static Object sorted(Set<?> words) {
        return words.stream()
                .sorted(Comparator.comparing(it -> (Comparable<Object>) it))
                .toArray();
    }

    /** The configuration, for what needs more of it than text. */
    public static JsonMapper mapper() {
        return MAPPER;
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
