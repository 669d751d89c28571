package org.tongbao.contacts.agency.db;

import org.tongbao.contacts.agency.domain.Agency;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.usecase.AgencyInTree;
import org.tongbao.contacts.domain.Versioned;
import org.tongbao.contacts.json.DirectoryJson;
import org.tongbao.platform.sql.Row;

/** One agency as a row of a query. */
final class AgencyRow {
    private static final String SELECTED = """
        json_build_object('code', f.code, 'name', f.name, 'nameEnglish', f.name_english, 'kind', f.kind,
            'procedure', f.procedure, 'parent', f.parent, 'responsibilityLevel', f.responsibility_level,
            'zone', f.zone, 'languages', f.languages, 'sectors', f.sectors, 'oid', f.oid, 'state', f.state,
            'relations', (select jsonb_build_object('reviewers',
                    jsonb_agg(r.relative order by r.position) filter (where r.relation = 'reviewers'))
                || coalesce(jsonb_object_agg(r.relation, r.relative) filter (where r.relation <> 'reviewers'), '{}')
                from agency_relation r where r.agency = f.code))::text as facts,
            f.revision, f.entry_version, f.tree_version, f.updated_at, a.path\
        """;
    private static final String FROM = " from agency_facts f join agency a on a.code = f.code";

    static final String SELECT = "select " + SELECTED + FROM;

    private AgencyRow() {}

    static String selectWith(String column) {
        return "select " + SELECTED + ", " + column + FROM;
    }

    static Versioned<AgencyInTree> read(Row row) {
        return new Versioned<>(
                new AgencyInTree(
                        DirectoryJson.read(row.text("facts"), Agency.class),
                        row.texts("path").stream().map(AgencyCode::new).toList(),
                        row.bigint("entry_version"),
                        row.bigint("tree_version"),
                        row.instant("updated_at")),
                row.bigint("revision"));
    }
}
