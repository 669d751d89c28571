package org.tongbao.contacts.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Reach;
import org.tongbao.contacts.domain.Revised;
import org.tongbao.contacts.domain.agency.Agency;
import org.tongbao.contacts.domain.agency.AgencyChange;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.agency.CiSector;
import org.tongbao.contacts.domain.agency.Hierarchy;
import org.tongbao.contacts.domain.agency.Oids;
import org.tongbao.contacts.domain.agency.Registry;
import org.tongbao.contacts.usecase.Agencies;
import org.tongbao.contacts.usecase.AgencySearch;
import org.tongbao.contacts.usecase.ListedAgency;
import org.tongbao.contacts.usecase.PlacedAgency;
import org.tongbao.platform.sql.Row;
import org.tongbao.platform.sql.Sql;

/** Agencies as rows. All changes go through the one row of {@code tree}, so a cycle cannot come from two changes at once. */
@ApplicationScoped
class SqlAgencies implements Agencies {
    private static final String LOCK = "select version from tree for update";
    private static final String PARENTS = "select code, parent, state = 'dissolved', oid from agency_facts";
    private static final String SUPERVISES =
            "select exists (select from agency_relation where relative = $1 and relation = 'supervising')";
    private static final String TREE_VERSION =
            "update tree set version = version + case when $1::boolean then 1 else 0 end returning version";
    private static final String FIND = AgencyRow.SELECT + " where f.code = $1";
    private static final String KNOWN = AgencyRow.SELECT + " where f.code = any($1)";
    private static final String CREATE = """
            insert into agency_facts (code, name, name_english, kind, procedure, parent, responsibility_level, zone,
                languages, tree_version, sectors, oid, state, revision, entry_version)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1, 1)
            returning entry_version, updated_at""";
    private static final String CHANGE = """
            update agency_facts set name = $2, name_english = $3, kind = $4, procedure = $5, parent = $6,
                responsibility_level = $7, zone = $8, languages = $9, tree_version = $10, sectors = $11, oid = $12,
                state = $13, revision = revision + 1, entry_version = entry_version + 1, updated_at = app_now()
            where code = $1 returning entry_version, updated_at""";
    private static final String MOVE = """
            update agency_facts set tree_version = $2, entry_version = entry_version + 1, updated_at = app_now()
            where code = $1 returning entry_version, updated_at""";
    private static final String FORGET_RELATIONS = "delete from agency_relation where agency = $1";
    private static final String RELATE = """
            insert into agency_relation (agency, relation, position, relative)
            select $1, split_part(n.place, '/', 1), coalesce(nullif(split_part(n.place, '/', 2), '')::smallint, 0), n.relative
            from unnest($2::text[], $3::text[]) as n(place, relative)""";
    /** How far the agency of the first argument reaches to the one of the row {@code f}. */
    static final String REACH_OF_ROW = """
            case when f.code = $1 or exists (
                    select from agency_closure c where c.ancestor = $1 and c.descendant = f.code) then 'WITHIN'
                when exists (
                    select from agency_relation r where r.relative = $1 and r.agency = f.code) then 'RELATED'
                else 'NAME' end""";

    private static final String REACH = "select " + REACH_OF_ROW + " from agency_facts f where f.code = $2";
    private static final String REACHES =
            "select f.code, " + REACH_OF_ROW + " from agency_facts f where f.code = any($2)";
    // The reach stands behind the columns of a row.
    private static final String LIST = AgencyRow.selectWith(REACH_OF_ROW) + """
             where ($2::text is null or f.code collate "C" > $2)
                and ($3::text is null or f.code ilike $3 or f.name ilike $3 or f.name_english ilike $3
                    or f.oid ilike $3)
                and ($4::timestamptz is null or f.updated_at >= $4)
            order by f.code collate "C" limit $5""";

    @Override
    public Uni<Void> lock() {
        return Sql.query(LOCK, row -> row.bigint(0)).replaceWithVoid();
    }

    @Override
    public Uni<Boolean> supervises(AgencyCode agency) {
        return Sql.query(SUPERVISES, row -> row.bool(0), agency.value()).map(rows -> rows.get(0));
    }

    @Override
    public Uni<Registry> open(Set<AgencyCode> toChange) {
        String[] codes = toChange.stream().map(AgencyCode::value).toArray(String[]::new);
        Map<AgencyCode, Optional<AgencyCode>> parents = new HashMap<>();
        Set<AgencyCode> dissolved = new HashSet<>();
        Map<AgencyCode, String> oids = new HashMap<>();
        return lock().chain(() -> Sql.query(PARENTS, row -> place(row, parents, dissolved, oids)))
                .chain(() -> Sql.query(KNOWN, AgencyRow::read, (Object) codes))
                .map(known -> new Registry(new Hierarchy(parents, dissolved), new Oids(oids), byCode(known)));
    }

    private static boolean place(
            Row row,
            Map<AgencyCode, Optional<AgencyCode>> parents,
            Set<AgencyCode> dissolved,
            Map<AgencyCode, String> oids) {
        AgencyCode code = new AgencyCode(row.text(0));
        String oid = row.nullable(3);
        if (oid != null) {
            oids.put(code, oid);
        }
        String parent = row.nullable(1);
        parents.put(code, Optional.ofNullable(parent).map(AgencyCode::new));
        return row.bool(2) && dissolved.add(code);
    }

    private static Map<AgencyCode, Revised<Agency>> byCode(List<Revised<PlacedAgency>> known) {
        Map<AgencyCode, Revised<Agency>> agencies = new HashMap<>();
        known.forEach(it -> agencies.put(
                it.value().agency().code(), new Revised<>(it.value().agency(), it.revision())));
        return agencies;
    }

    @Override
    public Uni<Long> treeVersion(boolean changed) {
        return Sql.query(TREE_VERSION, row -> row.bigint(0), changed).map(rows -> rows.get(0));
    }

    @Override
    public Uni<PlacedAgency> save(AgencyChange change, long treeVersion) {
        if (change instanceof AgencyChange.Created created) {
            return write(CREATE, created.agency(), change, treeVersion);
        }
        if (change instanceof AgencyChange.Changed changed) {
            return write(CHANGE, changed.agency(), change, treeVersion);
        }
        return find(change.code())
                .map(found -> found.orElseThrow().value().agency())
                .chain(agency -> Sql.query(
                                MOVE,
                                row -> placed(row, agency, change, treeVersion),
                                change.code().value(),
                                treeVersion)
                        .map(rows -> rows.get(0)));
    }

    private static Uni<PlacedAgency> write(String sql, Agency agency, AgencyChange change, long treeVersion) {
        return Sql.query(
                        sql,
                        row -> placed(row, agency, change, treeVersion),
                        agency.code().value(),
                        agency.name(),
                        agency.nameEnglish(),
                        agency.kind().key(),
                        agency.procedure(),
                        text(agency.parent()),
                        agency.responsibilityLevel(),
                        agency.zone(),
                        agency.languages().toArray(String[]::new),
                        treeVersion,
                        agency.sectors().stream().map(CiSector::key).sorted().toArray(String[]::new),
                        agency.oid(),
                        agency.state().key())
                .map(rows -> rows.get(0));
    }

    private static PlacedAgency placed(Row row, Agency agency, AgencyChange change, long treeVersion) {
        return new PlacedAgency(agency, change.path(), row.bigint(0), treeVersion, row.instant(1));
    }

    private static @Nullable String text(@Nullable AgencyCode code) {
        return code == null ? null : code.value();
    }

    @Override
    public Uni<Void> relate(Agency agency) {
        Map<String, AgencyCode> named = agency.relations().named();
        String code = agency.code().value();
        return Sql.update(FORGET_RELATIONS, code)
                .chain(() -> Sql.update(
                        RELATE,
                        code,
                        named.keySet().toArray(String[]::new),
                        named.values().stream().map(AgencyCode::value).toArray(String[]::new)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Revised<PlacedAgency>>> find(AgencyCode code) {
        return Sql.query(FIND, AgencyRow::read, code.value())
                .map(rows -> rows.stream().findFirst());
    }

    @Override
    public Uni<Reach> reach(AgencyCode from, AgencyCode to) {
        return Sql.query(REACH, row -> Reach.valueOf(row.text(0)), from.value(), to.value())
                .map(rows -> rows.isEmpty() ? Reach.NOWHERE : rows.get(0));
    }

    @Override
    public Uni<Map<AgencyCode, Reach>> reaches(AgencyCode from, List<AgencyCode> to) {
        Map<AgencyCode, Reach> reaches = new HashMap<>();
        return Sql.query(
                        REACHES,
                        row -> reaches.put(new AgencyCode(row.text(0)), Reach.valueOf(row.text(1))) == null,
                        from.value(),
                        to.stream().map(AgencyCode::value).toArray(String[]::new))
                .replaceWith(reaches);
    }

    @Override
    public Uni<List<ListedAgency>> list(AgencySearch search) {
        return Sql.query(
                LIST,
                row -> new ListedAgency(AgencyRow.read(row).value(), Reach.valueOf(row.text(AgencyRow.COLUMNS))),
                search.by().value(),
                search.after(),
                pattern(search.text()),
                search.updatedSince(),
                search.limit() + 1);
    }

    /** For {@code ilike}: the text anywhere. */
    static @Nullable String pattern(@Nullable String text) {
        return text == null ? null : "%" + escaped(text) + "%";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
