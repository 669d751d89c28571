package org.tongbao.contacts.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.tongbao.contacts.domain.Reach;
import org.tongbao.contacts.domain.Revised;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.people.ContactBook;
import org.tongbao.contacts.domain.people.Item;
import org.tongbao.contacts.usecase.DutyBooks;
import org.tongbao.platform.sql.Row;
import org.tongbao.platform.sql.Sql;

/** One statement, so that an answer costs one way to the database and back. Row-level security cuts it as it cuts each table. */
@ApplicationScoped
class SqlDutyBooks implements DutyBooks {
    private static final String REACH = "reach";
    // Components of the records by name, as RosterRows reads them. The reach stands first, and beside it whether
    // anything is
    // filed for later that takes effect before the end.
    private static final String READ = """
            select 'reach', null::uuid, (select count(*) from (select from filing p where p.agency = $2
                and p.applied_at is null and p.withdrawn_at is null and p.refused_at is null
                and p.effective_from < $4 limit 1) as pending), %s from agency_facts f where f.code = $2
            union all
            select 'contact', id, revision, json_build_object('name', name, 'title', title, 'employment', employment,
                'language', language, 'roles', roles, 'channels', channels)::text
            from contact where agency = $2 and removed_at is null
            union all
            select 'deputyship', id, revision, json_build_object('contact', contact, 'deputies', deputies,
                'from', starts, 'until', ends)::text
            from deputyship where agency = $2
            union all
            select 'absence', id, revision, json_build_object('contact', contact, 'from', starts, 'until', ends,
                'standIn', stand_in)::text
            from absence where agency = $2 and starts < $4 and ends > $3
            union all
            select 'shift', id, revision, json_build_object('role', role, 'contact', contact, 'from', starts,
                'until', ends)::text
            from shift where agency = $2 and starts < $4 and ends > $3
            union all
            select kind, id, revision, body::text from roster_item where agency = $2 and kind <> 'channel-proof'""".formatted(SqlAgencies.REACH_OF_ROW);

    @Override
    public Uni<DutyBook> read(AgencyCode by, AgencyCode agency, Instant from, Instant until) {
        Reach[] reach = {Reach.NOWHERE};
        boolean[] changes = {false};
        Map<UUID, Revised<Item>> items = new LinkedHashMap<>();
        return Sql.query(READ, row -> take(row, reach, changes, items), by.value(), agency.value(), from, until)
                .map(rows -> new DutyBook(reach[0], new ContactBook(agency, 0, items), changes[0]));
    }

    private static boolean take(Row row, Reach[] reach, boolean[] changes, Map<UUID, Revised<Item>> items) {
        String kind = row.text(0);
        if (kind.equals(REACH)) {
            reach[0] = Reach.valueOf(row.text(3));
            changes[0] = row.bigint(2) > 0;
        } else {
            items.put(row.uuid(1), new Revised<>(RosterRows.read(kind, row.text(3)), row.bigint(2)));
        }
        return true;
    }
}
