package org.tongbao.contacts.duty.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.db.DirectorySql;
import org.tongbao.contacts.db.ItemTable;
import org.tongbao.contacts.db.SqlItems;
import org.tongbao.contacts.domain.AgencyAccess;
import org.tongbao.contacts.domain.Versioned;
import org.tongbao.contacts.duty.usecase.DutyBooks;
import org.tongbao.contacts.people.domain.BookItem;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.platform.sql.Row;
import org.tongbao.platform.sql.Sql;

/** One statement, so that an answer costs one way to the database and back. Row-level security cuts it as it cuts each table. */
@ApplicationScoped
class SqlDutyBooks implements DutyBooks {
    private static final String REACH = "access";
    // The access comes first, and beside it whether anything is filed for later that takes effect before the end.
    private static final String READ = """
        select 'access' as kind, f.code as agency, null::uuid as id, (select count(*) from (select from filing p
            where p.agency = $2 and p.applied_at is null and p.withdrawn_at is null and p.refused_at is null
            and p.effective_from < $4 limit 1) as pending) as revision, %s as body
        from agency_facts f where f.code = $2
        union all %s union all %s union all %s union all %s union all %s\
        """.formatted(
                    DirectorySql.REACH_OF_ROW,
                    ItemTable.CONTACT.select("agency = $2", "teamRoles", "certificate"),
                    ItemTable.DEPUTYSHIP.select("agency = $2", "permissions"),
                    ItemTable.ABSENCE.select("agency = $2 and starts < $4 and ends > $3"),
                    ItemTable.SHIFT.select("agency = $2 and starts < $4 and ends > $3"),
                    ItemTable.ROSTER_ITEM.select("agency = $2 and kind <> 'channel-proof'"));

    @Override
    public Uni<DutyBook> read(AgencyCode by, AgencyCode agency, Instant from, Instant until) {
        AgencyAccess[] access = {AgencyAccess.NOWHERE};
        boolean[] changes = {false};
        Map<UUID, Versioned<BookItem>> items = new LinkedHashMap<>();
        return Sql.query(READ, row -> take(row, access, changes, items), by.value(), agency.value(), from, until)
                .map(rows -> new DutyBook(access[0], new ContactBook(agency, 0, items), changes[0]));
    }

    private static boolean take(
            Row row, AgencyAccess[] access, boolean[] changes, Map<UUID, Versioned<BookItem>> items) {
        if (row.text("kind").equals(REACH)) {
            access[0] = AgencyAccess.valueOf(row.text("body"));
            changes[0] = row.bigint("revision") > 0;
        } else {
            items.put(row.uuid("id"), SqlItems.item(row));
        }
        return true;
    }
}
