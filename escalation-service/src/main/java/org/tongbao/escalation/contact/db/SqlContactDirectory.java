package org.tongbao.escalation.contact.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.event.AgencyEntry;
import org.tongbao.contracts.event.ContactsEntry;
import org.tongbao.contracts.event.EventJson;
import org.tongbao.contracts.event.EventType;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.procedure.Channel;
import org.tongbao.contracts.procedure.Relation;
import org.tongbao.escalation.contact.domain.AgencyContacts;
import org.tongbao.escalation.contact.domain.AgencyRelations;
import org.tongbao.escalation.contact.domain.DirectorySnapshot;
import org.tongbao.escalation.contact.domain.Person;
import org.tongbao.escalation.contact.usecase.ContactDirectory;
import org.tongbao.escalation.contact.usecase.ContactEntries;
import org.tongbao.escalation.contact.usecase.UpdateContacts;
import org.tongbao.platform.access.AgencyTree;
import org.tongbao.platform.sql.Row;
import org.tongbao.platform.sql.Sql;

/** Agencies and contacts as the compacted topics published them; an entry is parsed once a version. */
@ApplicationScoped
class SqlContactDirectory implements ContactDirectory, ContactEntries {
    private static final String AROUND = """
            select a.code, a.version, a.entry, c.version as contacts_version, c.entry as contacts_entry
            from agency a left join contacts c on c.agency = a.code
            where a.code in (select unnest(path) from agency where code = any($1))""";
    private static final String KEEP = """
            insert into contacts (agency, version, entry) values ($1, $2, $3)
            on conflict (agency) do update set version = excluded.version, entry = excluded.entry
            where contacts.version < excluded.version""";
    private static final String READ_UP_TO = """
            insert into contacts_offset (partition, next_offset) values ($1, $2)
            on conflict (partition) do update
            set next_offset = greatest(contacts_offset.next_offset, excluded.next_offset)""";

    private final AgencyTree tree;
    private final Map<String, Parsed> parsed = new ConcurrentHashMap<>();
    private volatile boolean contactsCurrent;

    SqlContactDirectory(AgencyTree tree) {
        this.tree = tree;
    }

    private record Parsed(
            long agencyVersion, @Nullable Long contactsVersion, List<String> path, AgencyContacts contacts) {}

    @Override
    public boolean current() {
        return contactsCurrent && tree.isCurrent();
    }

    @Override
    public void markCurrent() {
        contactsCurrent = true;
    }

    @Override
    public Uni<Void> keep(String agency, long version, String entry) {
        return Sql.update(KEEP, agency, version, entry).replaceWithVoid();
    }

    @Override
    public Uni<Void> forget(String agency) {
        return Sql.update("delete from contacts where agency = $1", agency).replaceWithVoid();
    }

    @Override
    public Uni<Void> saveOffset(UpdateContacts.Position position) {
        return Sql.update(READ_UP_TO, position.partition(), position.nextOffset())
                .replaceWithVoid();
    }

    @Override
    public Uni<Map<Integer, Long>> offsets() {
        return Sql.query(
                        "select partition, next_offset from contacts_offset",
                        row -> Map.entry(row.integer("partition"), row.bigint("next_offset")))
                .map(rows -> rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public Uni<Optional<AgencyRelations>> relations(String agency) {
        return tree.find(agency).map(entry -> entry.map(SqlContactDirectory::relations));
    }

    @Override
    public Uni<Optional<String>> root() {
        return tree.root();
    }

    private static AgencyRelations relations(AgencyEntry entry) {
        Map<Relation, String> named = new EnumMap<>(Relation.class);
        AgencyEntry.Relations known = entry.relations();
        put(named, Relation.SUPERIOR, known.superior());
        put(named, Relation.SUPERVISING, known.supervising());
        put(named, Relation.CITY_BUREAU, known.cityBureau());
        put(named, Relation.SECTOR_AUTHORITY, known.sectorAuthority());
        put(named, Relation.RECEIVING, known.receiving());
        return new AgencyRelations(entry.agency(), entry.procedure(), entry.path(), named);
    }

    private static void put(Map<Relation, String> relations, Relation relation, @Nullable String agency) {
        if (agency != null) {
            relations.put(relation, agency);
        }
    }

    @Override
    public Uni<DirectorySnapshot> snapshot(Collection<String> agencies) {
        return Sql.query(AROUND, this::parse, (Object) agencies.toArray(String[]::new))
                .map(rows -> {
                    Map<String, AgencyContacts> contacts = new HashMap<>();
                    Map<String, List<String>> above = new HashMap<>();
                    rows.forEach(row -> {
                        contacts.put(row.getKey(), row.getValue().contacts());
                        above.put(row.getKey(), ancestors(row.getValue().path()));
                    });
                    return new DirectorySnapshot(contacts, above);
                });
    }

    private static List<String> ancestors(List<String> path) {
        List<String> ancestors = new ArrayList<>(path.subList(0, Math.max(0, path.size() - 1)));
        Collections.reverse(ancestors);
        return ancestors;
    }

    private Map.Entry<String, Parsed> parse(Row row) {
        String code = row.text("code");
        long agencyVersion = row.bigint("version");
        Long version = row.bigintOrNull("contacts_version");
        Parsed known = parsed.get(code);
        if (known == null
                || known.agencyVersion() != agencyVersion
                || !Objects.equals(known.contactsVersion(), version)) {
            AgencyEntry agency = read(row.text("entry"), EventTypes.AGENCY_ENTRY);
            AgencyContacts contacts = version == null
                    ? AgencyContacts.NOBODY
                    : contacts(agency, read(row.text("contacts_entry"), EventTypes.CONTACTS_ENTRY));
            known = new Parsed(agencyVersion, version, agency.path(), contacts);
            parsed.put(code, known);
        }
        return Map.entry(code, known);
    }

    private static AgencyContacts contacts(AgencyEntry agency, ContactsEntry entry) {
        var employer = new Person.Agency(agency.agency(), agency.name(), Optional.ofNullable(agency.nameEnglish()));
        return new AgencyContacts(
                entry.contacts().stream()
                        .map(it -> new AgencyContacts.Member(person(employer, it), new HashSet<>(it.roles())))
                        .toList(),
                entry.deputies().stream()
                        .map(it -> new AgencyContacts.Deputyship(it.contact(), it.deputies(), it.from(), it.until()))
                        .toList(),
                entry.absences().stream()
                        .map(it -> new AgencyContacts.Absence(it.contact(), it.from(), it.until(), it.standIn()))
                        .toList(),
                entry.duty().stream()
                        .map(it -> new AgencyContacts.DutyAssignment(it.role(), it.contact(), it.from(), it.until()))
                        .toList());
    }

    private static Person person(Person.Agency agency, ContactsEntry.Contact contact) {
        Map<Channel, List<String>> addresses = new EnumMap<>(Channel.class);
        for (ContactsEntry.Channel channel : contact.channels()) {
            channel(channel.type()).ifPresent(it -> addresses
                    .computeIfAbsent(it, ignored -> new ArrayList<>())
                    .add(channel.value()));
        }
        return new Person(contact.id(), agency, contact.name(), contact.language(), addresses);
    }

    private static Optional<Channel> channel(String type) {
        return switch (type) {
            case "mail" -> Optional.of(Channel.MAIL);
            case "phone", "mobile" -> Optional.of(Channel.PHONE_TASK);
            case "sms" -> Optional.of(Channel.SMS);
            case "webhook" -> Optional.of(Channel.WEBHOOK);
            default -> Optional.empty();
        };
    }

    private static <T extends Record> T read(String json, EventType<T> type) {
        try {
            return EventJson.read(json.getBytes(StandardCharsets.UTF_8), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored entry of the directory is not readable", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
