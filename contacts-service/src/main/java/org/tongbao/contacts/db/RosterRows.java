package org.tongbao.contacts.db;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.tongbao.contacts.domain.Revised;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.people.Absence;
import org.tongbao.contacts.domain.people.ChannelProof;
import org.tongbao.contacts.domain.people.Contact;
import org.tongbao.contacts.domain.people.ContactAccount;
import org.tongbao.contacts.domain.people.Deputyship;
import org.tongbao.contacts.domain.people.DutyOverride;
import org.tongbao.contacts.domain.people.DutySwap;
import org.tongbao.contacts.domain.people.HolidayCalendar;
import org.tongbao.contacts.domain.people.Item;
import org.tongbao.contacts.domain.people.Rotation;
import org.tongbao.contacts.domain.people.Shift;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.platform.sql.Sql;

/** Rotations, overrides, swaps, holidays and accounts: the components of each record by name, words of a vocabulary by their key. */
@ApplicationScoped
class RosterRows {
    private static final String LOAD = "select id, revision, kind, body::text from roster_item where agency = $1";
    private static final String FILE = """
            insert into roster_item (id, agency, revision, kind, body) values ($1, $2, $3, $4, $5::text::jsonb)
            on conflict (id) do nothing""";
    private static final String CHANGE = """
            update roster_item set revision = $3, body = $5::text::jsonb
            where id = $1 and agency = $2 and kind = $4""";
    private static final String REMOVE = "delete from roster_item where id = $1";

    private static final Map<String, Class<? extends Item>> KINDS = Map.of(
            "contact", Contact.class,
            "deputyship", Deputyship.class,
            "absence", Absence.class,
            "shift", Shift.class,
            "rotation", Rotation.class,
            "duty-override", DutyOverride.class,
            "duty-swap", DutySwap.class,
            "holiday-calendar", HolidayCalendar.class,
            "contact-account", ContactAccount.class,
            "channel-proof", ChannelProof.class);

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addMixIn(Keyed.class, Word.class)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            // Only components: a method that looks like a getter is no part of an item.
            .visibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .build();

    static {
        // What a row does not know of is empty.
        for (Class<?> several : List.of(Set.class, List.class)) {
            JSON.configOverride(several).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
        }
    }

    /** A word of a vocabulary is written and read by its key. */
    private interface Word {
        @JsonValue
        String key();
    }

    Uni<Void> load(AgencyCode agency, Map<UUID, Revised<Item>> into) {
        return Sql.query(
                        LOAD,
                        row -> into.put(row.uuid(0), new Revised<>(read(row.text(2), row.text(3)), row.bigint(1)))
                                == null,
                        agency.value())
                .replaceWithVoid();
    }

    static Item read(String kind, String body) {
        try {
            return JSON.readValue(body, KINDS.get(kind));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** False when the id is taken by something else. */
    Uni<Boolean> write(AgencyCode agency, UUID id, Item item, long revision) {
        return Sql.update(revision == 1 ? FILE : CHANGE, id, agency.value(), revision, kind(item), body(item))
                .map(written -> written == 1);
    }

    static String kind(Item item) {
        return KINDS.entrySet().stream()
                .filter(it -> it.getValue().isInstance(item))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not of a roster: " + item.getClass()));
    }

    static JsonNode tree(Item item) {
        return JSON.valueToTree(item);
    }

    private static String body(Item item) {
        try {
            return JSON.writeValueAsString(item);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    Uni<Void> remove(UUID id) {
        return Sql.update(REMOVE, id).replaceWithVoid();
    }
}
