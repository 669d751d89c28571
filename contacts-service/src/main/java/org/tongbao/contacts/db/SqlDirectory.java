package org.tongbao.contacts.db;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.agency.Agency;
import org.tongbao.contacts.domain.agency.AgencyChange;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.agency.CiSector;
import org.tongbao.contacts.domain.people.BookImport;
import org.tongbao.contacts.domain.people.ContactBook;
import org.tongbao.contacts.usecase.Directory;
import org.tongbao.contacts.usecase.PlacedAgency;
import org.tongbao.contacts.usecase.SaidBook;
import org.tongbao.platform.sql.Row;
import org.tongbao.platform.sql.Sql;

/** Many agencies and books by one statement each, their rows sent as one JSON document. */
@ApplicationScoped
class SqlDirectory implements Directory {
    private static final String COLUMNS = """
            from jsonb_to_recordset($1::text::jsonb) as r(code text, name text, name_english text, kind text,
                procedure text, parent text, responsibility_level text, zone text, languages text[], sectors text[],
                oid text, state text)""";
    private static final String CREATE = """
            insert into agency_facts (code, name, name_english, kind, procedure, parent, responsibility_level, zone,
                languages, sectors, oid, state, tree_version, revision, entry_version)
            select r.code, r.name, r.name_english, r.kind, r.procedure, r.parent, r.responsibility_level, r.zone,
                r.languages, r.sectors, r.oid, r.state, $2, 1, 1
            """ + COLUMNS + " returning code, entry_version, updated_at";
    private static final String CHANGE =
            """
            update agency_facts f set name = r.name, name_english = r.name_english, kind = r.kind,
                procedure = r.procedure, parent = r.parent, responsibility_level = r.responsibility_level,
                zone = r.zone, languages = r.languages, sectors = r.sectors, oid = r.oid, state = r.state, tree_version = $2, revision = revision + 1,
                entry_version = entry_version + 1, updated_at = app_now()
            """ + COLUMNS + " where f.code = r.code returning f.code, f.entry_version, f.updated_at";
    private static final String MOVE = """
            update agency_facts set tree_version = $2, entry_version = entry_version + 1, updated_at = app_now()
            where code = any($1) returning code, entry_version, updated_at""";
    private static final String KNOWN = AgencyRow.SELECT + " where f.code = any($1)";
    private static final String FORGET_RELATIONS = "delete from agency_relation where agency = any($1)";
    private static final String RELATE = """
            insert into agency_relation (agency, relation, position, relative)
            select n.agency, split_part(n.place, '/', 1),
                coalesce(nullif(split_part(n.place, '/', 2), '')::smallint, 0), n.relative
            from unnest($1::text[], $2::text[], $3::text[]) as n(agency, place, relative)""";
    // In the order of the codes, so that two imports wait for each other and never each for the other.
    private static final String OPEN = """
            insert into contact_book (agency, version)
            select c.code, 0 from unnest($1::text[]) as c(code) order by c.code
            on conflict (agency) do update set version = contact_book.version
            returning agency, version""";
    private static final String SAID = """
            insert into contact_book (agency, version, duty_until, next_hand_off)
            select r.agency, r.version::bigint, $3, r.next_hand_off::timestamptz
            from unnest($1::text[], $2::text[], $4::text[]) as r(agency, version, next_hand_off) order by r.agency
            on conflict (agency) do update set version = excluded.version, duty_until = excluded.duty_until,
                next_hand_off = excluded.next_hand_off""";

    private final SqlItems items;
    private final JsonRows json;

    SqlDirectory(SqlItems items, JsonRows json) {
        this.items = items;
        this.json = json;
    }

    @Override
    public Uni<Map<AgencyCode, ContactBook>> open(Set<AgencyCode> agencies) {
        return Sql.query(OPEN, row -> Map.entry(new AgencyCode(row.text(0)), row.bigint(1)), (Object) codes(agencies))
                .chain(versions -> items.read(codes(agencies)).map(found -> {
                    Map<AgencyCode, ContactBook> books = new HashMap<>();
                    versions.forEach(it -> books.put(
                            it.getKey(),
                            new ContactBook(it.getKey(), it.getValue(), found.getOrDefault(it.getKey(), Map.of()))));
                    return books;
                }));
    }

    @Override
    public Uni<Map<AgencyCode, ContactBook>> read(Collection<AgencyCode> agencies) {
        return items.read(codes(agencies)).map(found -> found.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> new ContactBook(it.getKey(), 0, it.getValue()))));
    }

    private static String[] codes(Collection<AgencyCode> agencies) {
        return agencies.stream().map(AgencyCode::value).toArray(String[]::new);
    }

    @Override
    public Uni<List<PlacedAgency>> save(List<AgencyChange> changes, long treeVersion) {
        List<PlacedAgency> placed = new ArrayList<>();
        return write(
                        CREATE,
                        facts(changes, AgencyChange.Created.class, AgencyChange.Created::agency),
                        changes,
                        treeVersion)
                .invoke(placed::addAll)
                .chain(() -> write(
                        CHANGE,
                        facts(changes, AgencyChange.Changed.class, AgencyChange.Changed::agency),
                        changes,
                        treeVersion))
                .invoke(placed::addAll)
                .chain(() -> move(changes, treeVersion))
                .invoke(placed::addAll)
                .replaceWith(placed);
    }

    private static <C extends AgencyChange> Map<AgencyCode, Agency> facts(
            List<AgencyChange> changes, Class<C> kind, Function<C, Agency> agency) {
        return changes.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .collect(Collectors.toMap(AgencyChange::code, agency));
    }

    private Uni<List<PlacedAgency>> write(
            String sql, Map<AgencyCode, Agency> agencies, List<AgencyChange> changes, long treeVersion) {
        if (agencies.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var rows = agencies.values().stream().map(FactsRow::of).toList();
        return Sql.query(sql, placed(agencies, changes, treeVersion), json.of(rows), treeVersion);
    }

    private static Uni<List<PlacedAgency>> move(List<AgencyChange> changes, long treeVersion) {
        String[] moved = changes.stream()
                .filter(AgencyChange.Moved.class::isInstance)
                .map(it -> it.code().value())
                .toArray(String[]::new);
        if (moved.length == 0) {
            return Uni.createFrom().item(List.of());
        }
        return Sql.query(KNOWN, row -> AgencyRow.read(row).value().agency(), (Object) moved)
                .chain(known -> Sql.query(
                        MOVE,
                        placed(known.stream().collect(Collectors.toMap(Agency::code, it -> it)), changes, treeVersion),
                        moved,
                        treeVersion));
    }

    private static Function<Row, PlacedAgency> placed(
            Map<AgencyCode, Agency> agencies, List<AgencyChange> changes, long treeVersion) {
        Map<AgencyCode, AgencyChange> byCode = changes.stream().collect(Collectors.toMap(AgencyChange::code, it -> it));
        return row -> {
            AgencyCode code = new AgencyCode(row.text(0));
            return new PlacedAgency(
                    Objects.requireNonNull(agencies.get(code)),
                    Objects.requireNonNull(byCode.get(code)).path(),
                    row.bigint(1),
                    treeVersion,
                    row.instant(2));
        };
    }

    /** As {@link #COLUMNS} names its parts. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record FactsRow(
            String code,
            String name,
            @Nullable String nameEnglish,
            String kind,
            String procedure,
            @Nullable String parent,
            @Nullable String responsibilityLevel,
            String zone,
            List<String> languages,
            List<String> sectors,
            @Nullable String oid,
            String state) {
        static FactsRow of(Agency agency) {
            AgencyCode parent = agency.parent();
            return new FactsRow(
                    agency.code().value(),
                    agency.name(),
                    agency.nameEnglish(),
                    agency.kind().key(),
                    agency.procedure(),
                    parent == null ? null : parent.value(),
                    agency.responsibilityLevel(),
                    agency.zone(),
                    agency.languages(),
                    agency.sectors().stream().map(CiSector::key).sorted().toList(),
                    agency.oid(),
                    agency.state().key());
        }
    }

    @Override
    public Uni<Void> relate(List<Agency> agencies) {
        List<String[]> named = new ArrayList<>();
        agencies.forEach(agency -> agency.relations()
                .named()
                .forEach((place, relative) ->
                        named.add(new String[] {agency.code().value(), place, relative.value()})));
        return Sql.update(FORGET_RELATIONS, (Object)
                        codes(agencies.stream().map(Agency::code).toList()))
                .chain(() -> Sql.update(RELATE, part(named, 0), part(named, 1), part(named, 2)))
                .replaceWithVoid();
    }

    private static Object part(List<String[]> rows, int column) {
        return rows.stream().map(it -> it[column]).toArray(String[]::new);
    }

    @Override
    public Uni<Set<UUID>> file(Map<AgencyCode, List<BookImport.Taken>> changes) {
        return items.write(changes);
    }

    @Override
    public Uni<Void> said(List<SaidBook> books, Instant dutyUntil) {
        return Sql.update(
                        SAID,
                        codes(books.stream().map(it -> it.book().agency()).toList()),
                        books.stream().map(it -> Long.toString(it.version())).toArray(String[]::new),
                        dutyUntil,
                        books.stream()
                                .map(it -> it.nextHandOff() == null
                                        ? null
                                        : it.nextHandOff().toString())
                                .toArray(String[]::new))
                .replaceWithVoid();
    }
}
