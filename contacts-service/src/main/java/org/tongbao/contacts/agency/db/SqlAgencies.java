package org.tongbao.contacts.agency.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongbao.contacts.agency.domain.Agency;
import org.tongbao.contacts.agency.domain.AgencyChange;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.domain.Hierarchy;
import org.tongbao.contacts.agency.domain.Oids;
import org.tongbao.contacts.agency.domain.Registry;
import org.tongbao.contacts.agency.usecase.Agencies;
import org.tongbao.contacts.agency.usecase.AgencyInTree;
import org.tongbao.contacts.agency.usecase.AgencySearch;
import org.tongbao.contacts.agency.usecase.ListedAgency;
import org.tongbao.contacts.db.DirectorySql;
import org.tongbao.contacts.domain.AgencyAccess;
import org.tongbao.contacts.domain.Versioned;
import org.tongbao.contacts.json.DirectoryJson;
import org.tongbao.platform.sql.Row;
import org.tongbao.platform.sql.Sql;

/** Agencies as rows. All changes go through the one row of {@code tree}, so a cycle cannot come from two changes at once. */
@ApplicationScoped
class SqlAgencies implements Agencies {
    private static final String LOCK = "select version from tree for update";
    private static final String PARENTS =
            "select code, parent, state = 'dissolved' as dissolved, oid from agency_facts";
    private static final String SUPERVISES =
            "select exists (select from agency_relation where relative = $1 and relation = 'supervising') as"
                    + " supervises";
    private static final String TREE_VERSION =
            "update tree set version = version + case when $1::boolean then 1 else 0 end returning version";
    private static final String KNOWN = AgencyRow.SELECT + " where f.code = any($1)";
    private static final String SENT = """
        from jsonb_to_recordset($1::text::jsonb) as r(code text, name text, "nameEnglish" text, kind text,
            procedure text, parent text, "responsibilityLevel" text, zone text, languages text[], sectors text[],
            oid text, state text)\
        """;
    private static final String CREATE = """
        insert into agency_facts (code, name, name_english, kind, procedure, parent, responsibility_level, zone,
            languages, sectors, oid, state, tree_version, revision, entry_version)
        select r.code, r.name, r."nameEnglish", r.kind, r.procedure, r.parent, r."responsibilityLevel", r.zone,
            r.languages, r.sectors, r.oid, r.state, $2, 1, 1
        """ + SENT + " returning code, entry_version, updated_at";
    private static final String CHANGE =
            """
                update agency_facts f set name = r.name, name_english = r."nameEnglish", kind = r.kind,
                    procedure = r.procedure, parent = r.parent, responsibility_level = r."responsibilityLevel",
                    zone = r.zone, languages = r.languages, sectors = r.sectors, oid = r.oid, state = r.state,
                    tree_version = $2, revision = revision + 1, entry_version = entry_version + 1, updated_at = app_now()
                """ + SENT + " where f.code = r.code returning f.code, f.entry_version, f.updated_at";
    private static final String MOVE = """
        update agency_facts set tree_version = $2, entry_version = entry_version + 1, updated_at = app_now()
        where code = any($1) returning code, entry_version, updated_at\
        """;
    private static final String FORGET_RELATIONS = "delete from agency_relation where agency = any($1)";
    private static final String RELATE = """
        insert into agency_relation (agency, relation, position, relative)
        select n.agency, split_part(n.place, '/', 1),
            coalesce(nullif(split_part(n.place, '/', 2), '')::smallint, 0), n.relative
        from unnest($1::text[], $2::text[], $3::text[]) as n(agency, place, relative)\
        """;

    private static final String REACH =
            "select " + DirectorySql.REACH_OF_ROW + " as access from agency_facts f where f.code = $2";
    private static final String REACHES =
            "select f.code, " + DirectorySql.REACH_OF_ROW + " as access from agency_facts f where f.code = any($2)";
    private static final String LIST = AgencyRow.selectWith(DirectorySql.REACH_OF_ROW + " as access") + """
         where ($2::text is null or f.code collate "C" > $2)
            and ($3::text is null or f.code ilike $3 or f.name ilike $3 or f.name_english ilike $3
                or f.oid ilike $3)
            and ($4::timestamptz is null or f.updated_at >= $4)
        order by f.code collate "C" limit $5\
        """;

    @Override
    public Uni<Void> lock() {
        return Sql.query(LOCK, row -> row.bigint("version")).replaceWithVoid();
    }

    @Override
    public Uni<Boolean> supervises(AgencyCode agency) {
        return Sql.queryOne(SUPERVISES, row -> row.bool("supervises"), agency.value());
    }

    @Override
    public Uni<Registry> findForUpdate(Set<AgencyCode> toChange) {
        Map<AgencyCode, Optional<AgencyCode>> parents = new HashMap<>();
        Set<AgencyCode> dissolved = new HashSet<>();
        Map<AgencyCode, String> oids = new HashMap<>();
        return lock().chain(() -> Sql.query(PARENTS, row -> place(row, parents, dissolved, oids)))
                .chain(() -> Sql.query(KNOWN, AgencyRow::read, (Object) DirectorySql.codes(toChange)))
                .map(known -> new Registry(new Hierarchy(parents, dissolved), new Oids(oids), byCode(known)));
    }

    private static boolean place(
            Row row,
            Map<AgencyCode, Optional<AgencyCode>> parents,
            Set<AgencyCode> dissolved,
            Map<AgencyCode, String> oids) {
        AgencyCode code = new AgencyCode(row.text("code"));
        String oid = row.textOrNull("oid");
        if (oid != null) {
            oids.put(code, oid);
        }
        String parent = row.textOrNull("parent");
        parents.put(code, Optional.ofNullable(parent).map(AgencyCode::new));
        return row.bool("dissolved") && dissolved.add(code);
    }

    private static Map<AgencyCode, Versioned<Agency>> byCode(List<Versioned<AgencyInTree>> known) {
        Map<AgencyCode, Versioned<Agency>> agencies = new HashMap<>();
        known.forEach(it -> agencies.put(
                it.value().agency().code(), new Versioned<>(it.value().agency(), it.revision())));
        return agencies;
    }

    @Override
    public Uni<Long> treeVersion(boolean changed) {
        return Sql.queryOne(TREE_VERSION, row -> row.bigint("version"), changed);
    }

    @Override
    public Uni<List<AgencyInTree>> save(List<AgencyChange> changes, long treeVersion) {
        List<Agency> created = new ArrayList<>();
        List<Agency> changed = new ArrayList<>();
        List<AgencyCode> moved = new ArrayList<>();
        Map<AgencyCode, AgencyChange> byCode = new HashMap<>();
        for (AgencyChange change : changes) {
            byCode.put(change.code(), change);
            if (change instanceof AgencyChange.Created it) {
                created.add(it.agency());
            } else if (change instanceof AgencyChange.Changed it) {
                changed.add(it.agency());
            } else {
                moved.add(change.code());
            }
        }
        List<AgencyInTree> placed = new ArrayList<>();
        return write(CREATE, created, byCode, treeVersion)
                .invoke(placed::addAll)
                .chain(() -> write(CHANGE, changed, byCode, treeVersion))
                .invoke(placed::addAll)
                .chain(() -> move(moved, byCode, treeVersion))
                .invoke(placed::addAll)
                .replaceWith(placed);
    }

    private static Uni<List<AgencyInTree>> write(
            String sql, List<Agency> agencies, Map<AgencyCode, AgencyChange> changes, long treeVersion) {
        return agencies.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Sql.query(sql, placed(agencies, changes, treeVersion), DirectoryJson.write(agencies), treeVersion);
    }

    private static Uni<List<AgencyInTree>> move(
            List<AgencyCode> moved, Map<AgencyCode, AgencyChange> changes, long treeVersion) {
        return moved.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Sql.query(KNOWN, row -> AgencyRow.read(row).value().agency(), (Object) DirectorySql.codes(moved))
                        .chain(known -> Sql.query(
                                MOVE, placed(known, changes, treeVersion), DirectorySql.codes(moved), treeVersion));
    }

    private static Function<Row, AgencyInTree> placed(
            List<Agency> agencies, Map<AgencyCode, AgencyChange> changes, long treeVersion) {
        Map<AgencyCode, Agency> byCode = agencies.stream().collect(Collectors.toMap(Agency::code, it -> it));
        return row -> {
            AgencyCode code = new AgencyCode(row.text("code"));
            return new AgencyInTree(
                    Objects.requireNonNull(byCode.get(code)),
                    Objects.requireNonNull(changes.get(code)).path(),
                    row.bigint("entry_version"),
                    treeVersion,
                    row.instant("updated_at"));
        };
    }

    @Override
    public Uni<Void> relate(List<Agency> agencies) {
        record Named(AgencyCode agency, String place, AgencyCode relative) {}
        List<Named> named = agencies.stream()
                .flatMap(agency -> agency.relations().named().entrySet().stream()
                        .map(it -> new Named(agency.code(), it.getKey(), it.getValue())))
                .toList();
        return Sql.update(FORGET_RELATIONS, (Object)
                        DirectorySql.codes(agencies.stream().map(Agency::code).toList()))
                .chain(() -> Sql.update(
                        RELATE,
                        Sql.texts(named, Named::agency),
                        Sql.texts(named, Named::place),
                        Sql.texts(named, Named::relative)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Versioned<AgencyInTree>>> find(AgencyCode code) {
        return Sql.queryFirst(KNOWN, AgencyRow::read, (Object) DirectorySql.codes(List.of(code)));
    }

    @Override
    public Uni<AgencyAccess> access(AgencyCode from, AgencyCode to) {
        return Sql.queryFirst(REACH, row -> AgencyAccess.valueOf(row.text("access")), from.value(), to.value())
                .map(access -> access.orElse(AgencyAccess.NOWHERE));
    }

    @Override
    public Uni<Map<AgencyCode, AgencyAccess>> accesses(AgencyCode from, List<AgencyCode> to) {
        Map<AgencyCode, AgencyAccess> accesses = new HashMap<>();
        return Sql.query(
                        REACHES,
                        row -> accesses.put(new AgencyCode(row.text("code")), AgencyAccess.valueOf(row.text("access")))
                                == null,
                        from.value(),
                        DirectorySql.codes(to))
                .replaceWith(accesses);
    }

    @Override
    public Uni<List<ListedAgency>> list(AgencySearch search) {
        return Sql.query(
                LIST,
                row -> new ListedAgency(AgencyRow.read(row).value(), AgencyAccess.valueOf(row.text("access"))),
                search.by().value(),
                search.after(),
                DirectorySql.pattern(search.text()),
                search.updatedSince(),
                search.limit() + 1);
    }
}
