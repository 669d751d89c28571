package org.tongbao.contacts.agency.db;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.Agency;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.domain.AgencyKind;
import org.tongbao.contacts.agency.domain.AgencyState;
import org.tongbao.contacts.agency.domain.CiSector;
import org.tongbao.contacts.agency.domain.Relations;
import org.tongbao.contacts.agency.usecase.AgencyInTree;
import org.tongbao.contacts.domain.Versioned;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.platform.sql.Row;

/** One agency as a row of a query. */
final class AgencyRow {
    private static final String SELECTED = """
        f.code, f.name, f.name_english, f.kind, f.procedure, f.parent, f.responsibility_level, f.zone,
            f.languages, f.revision, f.entry_version, f.tree_version, f.updated_at, a.path,
            array(select r.relation || ' ' || r.relative from agency_relation r
                  where r.agency = f.code order by r.relation, r.position) as relations,
            f.sectors, f.oid, f.state\
        """;
    private static final String FROM = " from agency_facts f join agency a on a.code = f.code";

    static final String SELECT = "select " + SELECTED + FROM;

    private AgencyRow() {}

    static String selectWith(String column) {
        return "select " + SELECTED + ", " + column + FROM;
    }

    static Versioned<AgencyInTree> read(Row row) {
        Agency agency = new Agency(
                new AgencyCode(row.text("code")),
                row.text("name"),
                row.textOrNull("name_english"),
                Keyed.find(AgencyKind.class, row.text("kind")).orElseThrow(),
                row.text("procedure"),
                code(row.textOrNull("parent")),
                relations(row.texts("relations")),
                row.textOrNull("responsibility_level"),
                row.text("zone"),
                row.texts("languages"),
                row.texts("sectors").stream()
                        .map(it -> Keyed.find(CiSector.class, it).orElseThrow())
                        .collect(Collectors.toSet()),
                row.textOrNull("oid"),
                Keyed.find(AgencyState.class, row.text("state")).orElseThrow());
        List<AgencyCode> path = row.texts("path").stream().map(AgencyCode::new).toList();
        return new Versioned<>(
                new AgencyInTree(
                        agency,
                        path,
                        row.bigint("entry_version"),
                        row.bigint("tree_version"),
                        row.instant("updated_at")),
                row.bigint("revision"));
    }

    private static Relations relations(List<String> named) {
        Map<String, AgencyCode> single = new HashMap<>();
        List<AgencyCode> reviewers = new ArrayList<>();
        for (String text : named) {
            int space = text.indexOf(' ');
            AgencyCode relative = new AgencyCode(text.substring(space + 1));
            if (text.startsWith("reviewers")) {
                reviewers.add(relative);
            } else {
                single.put(text.substring(0, space), relative);
            }
        }
        return new Relations(
                single.get("superior"),
                single.get("supervising"),
                single.get("cityBureau"),
                single.get("sectorAuthority"),
                single.get("receiving"),
                reviewers);
    }

    private static @Nullable AgencyCode code(@Nullable String text) {
        return text == null ? null : new AgencyCode(text);
    }
}
