package org.tongbao.contacts.rest;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.Agency;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.domain.AgencyState;
import org.tongbao.contacts.channel.domain.Addresses;
import org.tongbao.contacts.channel.domain.Certificate;
import org.tongbao.contacts.channel.domain.CertificateType;
import org.tongbao.contacts.channel.domain.Certificates;
import org.tongbao.contacts.channel.domain.Channel;
import org.tongbao.contacts.channel.domain.ChannelType;
import org.tongbao.contacts.channel.domain.PhoneNumbers;
import org.tongbao.contacts.duty.domain.DutySwap;
import org.tongbao.contacts.duty.domain.HolidayCalendar;
import org.tongbao.contacts.duty.domain.Rotation;
import org.tongbao.contacts.people.domain.BookItem;
import org.tongbao.contacts.people.domain.Contact;
import org.tongbao.contacts.people.domain.Deputyship;
import org.tongbao.contacts.roster.domain.HolidayRule;
import org.tongbao.contacts.roster.domain.Layer;
import org.tongbao.contacts.roster.domain.Roster;
import org.tongbao.contracts.procedure.Actor;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.contracts.procedure.Role;
import org.tongbao.platform.time.Times;

/**
 * The JSON of agencies and items: a record's components by name, words of a vocabulary by their key, times with the offset of Taipei. Where
 * it differs from the domain's records it says so here. A body is read only after it passed its schema.
 */
@ApplicationScoped
public class ItemJson {
    /** What a body means that does not say it; that of a swap cannot. */
    private static final Map<Class<?>, Map<String, Object>> DEFAULTS = Map.of(
            Agency.class,
            Map.of(
                    "relations", Map.of(),
                    "zone", "Asia/Taipei",
                    "languages", List.of("zh-TW"),
                    "state", AgencyState.ACTIVE.key()),
            Contact.class,
            Map.of("language", "zh-TW"),
            DutySwap.class,
            Map.of("state", DutySwap.State.PROPOSED.key()));

    private static final JsonMapper MAPPER = mapper();

    private final ObjectReader reader;

    ItemJson(PhoneNumbers phoneNumbers, Certificates certificates) {
        reader = MAPPER.reader()
                .withAttribute(Addresses.class, new Addresses(phoneNumbers))
                .withAttribute(Certificates.class, certificates);
    }

    <T extends BookItem> T read(Class<T> kind, JsonNode tree) {
        try {
            return reader.treeToValue(whole(kind, tree), kind);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "the schema of " + kind.getSimpleName() + " lets through what cannot be bound", e);
        }
    }

    public static ObjectNode show(UUID id, BookItem item) {
        ObjectNode shown = MAPPER.createObjectNode().put("id", id.toString());
        return shown.setAll(MAPPER.<ObjectNode>valueToTree(item));
    }

    /** What people file about an agency, without what follows from the tree. */
    public static ObjectNode show(Agency agency) {
        return MAPPER.valueToTree(agency);
    }

    public static Agency agency(JsonNode tree, AgencyCode code) {
        try {
            return MAPPER.treeToValue(whole(Agency.class, tree).put("code", code.value()), Agency.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the schema of agencies lets through what cannot be bound", e);
        }
    }

    private static ObjectNode whole(Class<?> kind, JsonNode tree) {
        ObjectNode whole = MAPPER.valueToTree(DEFAULTS.getOrDefault(kind, Map.of()));
        return whole.setAll((ObjectNode) tree);
    }

    private static SimpleModule module() {
        SimpleModule module = new SimpleModule();
        module.setDeserializers(new Words());
        module.addSerializer(Keyed.class, new Writer<>(Keyed.class, Keyed::key));
        module.addSerializer(Set.class, new Writer<>(Set.class, ItemJson::sorted));
        text(module, Instant.class, ItemJson::text, it -> Times.stored(OffsetDateTime.parse(it)));
        text(module, AgencyCode.class, AgencyCode::value, AgencyCode::new);
        text(module, LocalTime.class, LocalTime::toString, LocalTime::parse);
        text(module, DayOfWeek.class, ItemJson::key, ItemJson::day);
        module.addDeserializer(Channel.class, new Reader<>(Channel.class, ItemJson::channel));
        module.addSerializer(Certificate.class, new Writer<>(Certificate.class, ShownCertificate::of));
        module.addDeserializer(Certificate.class, new Reader<>(Certificate.class, ItemJson::certificate));
        module.addSerializer(HolidayCalendar.class, new Writer<>(HolidayCalendar.class, ShownHolidays::of));
        module.addDeserializer(HolidayCalendar.class, new Reader<>(HolidayCalendar.class, ItemJson::holidays));
        module.addSerializer(Rotation.class, new Writer<>(Rotation.class, ShownRotation::of));
        module.addDeserializer(Rotation.class, new Reader<>(Rotation.class, ItemJson::rotation));
        return module;
    }

    private static JsonMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(module())
                .addMixIn(Contact.class, ContactNames.class)
                .addMixIn(Deputyship.class, DeputyshipNames.class)
                .addMixIn(Layer.class, LayerNames.class)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                // Only components: a method that looks like a getter is not shown.
                .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
                .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                .build();
        for (Class<?> several : new Class<?>[] {Set.class, List.class}) {
            mapper.configOverride(several).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        }
        return mapper;
    }

    private abstract static class ContactNames {
        @JsonProperty("teamRoles")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        abstract Set<Actor> seats();
    }

    private abstract static class DeputyshipNames {
        @JsonProperty
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        abstract List<Deputyship.Permission> permissions();
    }

    @JsonPropertyOrder({"name", "participants", "every", "handOff", "starts"})
    private abstract static class LayerNames {
        @JsonProperty
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        abstract List<?> windows();

        @JsonProperty
        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = OnAnyDay.class)
        abstract HolidayRule holidays();
    }

    /** What is not shown because it goes without saying. */
    @SuppressWarnings("EqualsHashCode")
    static final class OnAnyDay {
        @Override
        public boolean equals(@Nullable Object other) {
            return other == null || other == HolidayRule.ANY;
        }

        @Override
        public int hashCode() {
            return HolidayRule.ANY.hashCode();
        }
    }

    private record ShownCertificate(
            String value,
            CertificateType type,
            String fingerprint,
            @Nullable Instant expires) {
        public static ShownCertificate of(Certificate it) {
            return new ShownCertificate(it.text(), it.type(), it.fingerprint(), it.expires());
        }
    }

    private record ShownRotation(Role role, String zone, List<Layer> layers) {
        public static ShownRotation of(Rotation it) {
            return new ShownRotation(
                    it.role(), it.roster().zone().getId(), it.roster().layers());
        }
    }

    private record ShownHolidays(String name, List<Map<String, String>> days) {
        public static ShownHolidays of(HolidayCalendar calendar) {
            return new ShownHolidays(
                    calendar.name(),
                    calendar.days().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(it -> day(it.getKey(), it.getValue()))
                            .toList());
        }

        private static Map<String, String> day(LocalDate date, String name) {
            Map<String, String> day = new LinkedHashMap<>();
            day.put("date", date.toString());
            day.put("name", name);
            return day;
        }
    }

    private static Channel channel(JsonNode tree, DeserializationContext context) throws IOException {
        ChannelType type = context.readTreeAsValue(tree.get("type"), ChannelType.class);
        var addresses = (Addresses) context.getAttribute(Addresses.class);
        return new Channel(
                type, addresses.written(type, tree.path("value").asText()).orElseThrow());
    }

    private static Certificate certificate(JsonNode tree, DeserializationContext context) {
        var certificates = (Certificates) context.getAttribute(Certificates.class);
        return certificates.read(tree.path("value").asText()).orElseThrow().certificate();
    }

    private static Rotation rotation(JsonNode tree, DeserializationContext context) throws IOException {
        return new Rotation(
                context.readTreeAsValue(tree.get("role"), Role.class), context.readTreeAsValue(tree, Roster.class));
    }

    private static HolidayCalendar holidays(JsonNode tree, DeserializationContext context) {
        Map<LocalDate, String> days = new HashMap<>();
        tree.path("days")
                .forEach(it -> days.put(
                        LocalDate.parse(it.path("date").asText()),
                        it.path("name").asText()));
        return new HolidayCalendar(tree.path("name").asText(), days);
    }

    static String text(Instant instant) {
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

    @SuppressWarnings("unchecked")
    private static Object sorted(Set<?> words) {
        return words.stream()
                .sorted(Comparator.comparing(it -> (Comparable<Object>) it))
                .toArray();
    }

    private static <T> void text(
            SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, new Writer<>(type, write));
        module.addDeserializer(type, new Reader<>(type, (tree, context) -> read.apply(tree.asText())));
    }

    private interface FromTree<T> {
        T read(JsonNode tree, DeserializationContext context) throws IOException;
    }

    @SuppressWarnings("serial")
    private static final class Writer<T> extends StdSerializer<T> {
        private final Function<? super T, ?> shown;

        Writer(Class<T> type, Function<? super T, ?> shown) {
            super(type);
            this.shown = shown;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            provider.defaultSerializeValue(shown.apply(value), json);
        }

        @Override
        public boolean isEmpty(SerializerProvider provider, T value) {
            return value instanceof Set<?> set && set.isEmpty();
        }
    }

    @SuppressWarnings("serial")
    private static final class Reader<T> extends StdDeserializer<T> {
        private final FromTree<T> from;

        Reader(Class<T> type, FromTree<T> from) {
            super(type);
            this.from = from;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return from.read(context.readTree(parser), context);
        }
    }

    /** Reads the enums that are written by their key. */
    @SuppressWarnings("serial")
    private static final class Words extends SimpleDeserializers {
        @Override
        public @Nullable JsonDeserializer<?> findEnumDeserializer(
                Class<?> type, DeserializationConfig config, BeanDescription description) throws JsonMappingException {
            return Keyed.class.isAssignableFrom(type)
                    ? new Word(type)
                    : super.findEnumDeserializer(type, config, description);
        }
    }

    @SuppressWarnings("serial")
    private static final class Word extends StdDeserializer<Object> {
        Word(Class<?> type) {
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

        /** What a layer means that says nothing of holidays. */
        @Override
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return handledType() == HolidayRule.class ? HolidayRule.ANY : null;
        }
    }
}
