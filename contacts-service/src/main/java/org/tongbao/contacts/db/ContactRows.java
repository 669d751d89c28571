package org.tongbao.contacts.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Revised;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.people.Channel;
import org.tongbao.contacts.domain.people.ChannelType;
import org.tongbao.contacts.domain.people.Contact;
import org.tongbao.contacts.domain.people.Employment;
import org.tongbao.contacts.domain.people.Item;
import org.tongbao.contracts.procedure.Actor;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.contracts.procedure.Role;
import org.tongbao.platform.sql.Row;
import org.tongbao.platform.sql.Sql;

/** Contacts. One that was removed keeps its row, since past shifts name it. */
@ApplicationScoped
class ContactRows {
    private static final String LOAD = """
            select id, revision, name, title, employment, language, roles, channels::text, seats, certificate::text
            from contact where agency = $1 and removed_at is null""";
    private static final String FILE = """
            insert into contact (id, agency, revision, name, title, employment, language, roles, channels, seats,
                certificate)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9::text::jsonb, $10, $11::text::jsonb) on conflict (id) do nothing""";
    private static final String CHANGE = """
            update contact set revision = $3, name = $4, title = $5, employment = $6, language = $7, roles = $8,
                channels = $9::text::jsonb, seats = $10, certificate = $11::text::jsonb, filed_at = app_now(), removed_at = null,
                attested_at = app_now(), attested_by = null,
                attested_until = quarter_after(app_now()), remind_at = null
            where id = $1 and agency = $2""";
    private static final String REMOVE = "update contact set removed_at = app_now() where id = $1";
    // What speaks of nobody but the one who goes.
    private static final String REMOVE_ITS_OWN = """
            delete from roster_item r using contact c where c.id = $1 and r.agency = c.agency
                and r.kind in ('contact-account', 'channel-proof') and r.body ->> 'contact' = c.id::text""";
    private static final TypeReference<List<StoredChannel>> CHANNELS = new TypeReference<>() {};

    private final ObjectMapper json;

    ContactRows(ObjectMapper json) {
        this.json = json;
    }

    record StoredChannel(String type, String value) {}

    Uni<Void> load(AgencyCode agency, Map<UUID, Revised<Item>> into) {
        return Sql.query(
                        LOAD,
                        row -> into.put(row.uuid(0), new Revised<>(contact(row, 2), row.bigint(1))) == null,
                        agency.value())
                .replaceWithVoid();
    }

    /** The contact that a row tells of from this column on. */
    Contact contact(Row row, int first) {
        return new Contact(
                row.text(first),
                row.nullable(first + 1),
                Keyed.find(Employment.class, row.text(first + 2)).orElseThrow(),
                row.text(first + 3),
                AgencyRow.array(row, first + 4).stream()
                        .map(it -> Keyed.find(Role.class, it).orElseThrow())
                        .collect(Collectors.toSet()),
                channels(row.text(first + 5)),
                AgencyRow.array(row, first + 6).stream()
                        .map(it -> Keyed.find(Actor.class, it).orElseThrow())
                        .collect(Collectors.toSet()),
                FactJson.certificate(row.nullable(first + 7)));
    }

    /** The same as parts of a row that is written. */
    void fill(Map<String, @Nullable Object> row, Contact contact) {
        row.put("name", contact.name());
        row.put("title", contact.title());
        row.put("employment", contact.employment().key());
        row.put("language", contact.language());
        row.put("roles", roles(contact));
        row.put("channels", rows(contact.channels()));
        row.put("seats", seats(contact));
        row.put("certificate", FactJson.tree(contact.certificate()));
    }

    private static String[] roles(Contact contact) {
        return contact.roles().stream().map(Role::key).sorted().toArray(String[]::new);
    }

    private static String[] seats(Contact contact) {
        return contact.seats().stream().map(Actor::key).sorted().toArray(String[]::new);
    }

    private static List<StoredChannel> rows(List<Channel> channels) {
        return channels.stream()
                .map(it -> new StoredChannel(it.type().key(), it.value()))
                .toList();
    }

    private List<Channel> channels(String stored) {
        try {
            return json.readValue(stored, CHANNELS).stream()
                    .map(it ->
                            new Channel(Keyed.find(ChannelType.class, it.type()).orElseThrow(), it.value()))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** False when the id is taken by another agency. One that this agency removed comes back. */
    Uni<Boolean> write(AgencyCode agency, UUID id, Contact contact, long revision) {
        @Nullable Object[] values = values(agency, id, contact, revision);
        Uni<Integer> written = revision == 1 ? Sql.update(FILE, values) : Sql.update(CHANGE, values);
        return written.chain(rows -> rows == 1 ? Uni.createFrom().item(1) : Sql.update(CHANGE, values))
                .map(rows -> rows == 1);
    }

    private @Nullable Object[] values(AgencyCode agency, UUID id, Contact contact, long revision) {
        return new @Nullable Object[] {
            id,
            agency.value(),
            revision,
            contact.name(),
            contact.title(),
            contact.employment().key(),
            contact.language(),
            roles(contact),
            stored(contact.channels()),
            seats(contact),
            FactJson.text(contact.certificate())
        };
    }

    private String stored(List<Channel> channels) {
        try {
            return json.writeValueAsString(rows(channels));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    Uni<Void> remove(UUID id) {
        return Sql.update(REMOVE_ITS_OWN, id)
                .chain(() -> Sql.update(REMOVE, id))
                .replaceWithVoid();
    }
}
