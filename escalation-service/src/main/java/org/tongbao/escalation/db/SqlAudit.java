package org.tongbao.escalation.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tongbao.escalation.usecase.Audit;
import org.tongbao.platform.access.Sql;

@ApplicationScoped
class SqlAudit implements Audit {
    private static final String REPAIR_DELIVERIES = """
            update delivery set due_at = app_now()
            where due_at is null and state = 'PENDING' and channel <> 'phone-task'""";
    // An information whose messages have all ended, and that nobody ended; the engine decides what it is.
    private static final String REPAIR_NOTICES = """
            update notice set due_at = app_now()
            where status = 'OPEN' and information and due_at > app_now() and since < app_now() - interval '1 minute'
                and not exists (select 1 from delivery d where d.notice_id = notice.id
                    and (d.due_at is not null or d.state = 'PENDING'))""";
    private static final String LOOK = """
            select
                (select count(*) from notice where due_at < app_now() - interval '5 minutes'),
                (select count(*) from delivery where due_at < app_now() - interval '5 minutes'),
                (select count(*) from delivery d join phone_task p on p.id = d.id
                    where p.outcome is null and d.state = 'PENDING' and d.created_at < app_now() - interval '5 minutes')""";

    @Override
    public Uni<Integer> repair() {
        return Sql.update(REPAIR_DELIVERIES)
                .chain(deliveries -> Sql.update(REPAIR_NOTICES).map(notices -> deliveries + notices));
    }

    @Override
    public Uni<Findings> look() {
        return Sql.query(LOOK, row -> new Findings(row.integer(0), row.integer(1), row.integer(2)))
                .map(rows -> rows.get(0));
    }
}
