package org.tongbao.escalation.audit.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tongbao.escalation.audit.usecase.Audit;
import org.tongbao.platform.sql.Sql;

@ApplicationScoped
class SqlAudit implements Audit {
    static final String REPAIR_DELIVERIES = """
        update delivery set due_at = app_now()
        where due_at is null and state = 'PENDING' and channel <> 'phone-task'\
        """;
    // An information whose messages have all ended, and that nobody ended; the engine decides what it is.
    static final String REPAIR_NOTICES = """
        update notice set due_at = app_now()
        where status = 'OPEN' and information and due_at > app_now() and since < app_now() - interval '1 minute'
            and not exists (select 1 from delivery d where d.notice_id = notice.id
                and (d.due_at is not null or d.state = 'PENDING'))\
        """;
    // What may be as many as all that is open is counted up to ten thousand: more than that says nothing else.
    static final String FINDINGS = """
        select
            (select count(*) from (select from notice where due_at < app_now() - interval '5 minutes'
                limit 10000) late) as late_notices,
            (select count(*) from (select from delivery where due_at < app_now() - interval '5 minutes'
                limit 10000) late) as late_deliveries,
            (select count(*) from (select from delivery where channel = 'phone-task' and state = 'PENDING'
                and created_at < app_now() - interval '5 minutes' limit 10000) waiting) as waiting_calls,
            (select count(*) from lateral_confirmation c join notice n on n.id = c.notice_id
                where c.decision is null and n.opened_at < app_now() - interval '5 minutes') as undecided,
            (select count(*) from incident where audit_at < app_now() - interval '5 minutes') as unaudited,
            (select count(*) from directory_message where due_at < app_now() - interval '5 minutes') as late_messages,
            (select count(*) from directory_message where state in ('PERMANENT', 'AMBIGUOUS', 'SUPERSEDED')
                and ended_at > app_now() - interval '1 day') as failed_messages,
            (select count(*) from directory_message m join directory_call c on c.message_id = m.id
                    and c.position = m.position
                where m.calling and c.created_at < app_now() - interval '1 hour') as waiting_directory_calls\
        """;
    private static final String NEXT = """
        select id from incident where audit_at <= app_now() order by level desc, audit_at limit 1
        for no key update skip locked\
        """;

    @Override
    public Uni<Integer> repair() {
        return Sql.update(REPAIR_DELIVERIES)
                .chain(deliveries -> Sql.update(REPAIR_NOTICES).map(notices -> deliveries + notices));
    }

    @Override
    public Uni<Findings> findings() {
        return Sql.queryOne(
                FINDINGS,
                row -> new Findings(
                        row.integer("late_notices"),
                        row.integer("late_deliveries"),
                        row.integer("waiting_calls"),
                        row.integer("undecided"),
                        row.integer("unaudited"),
                        new Directory(
                                row.integer("late_messages"),
                                row.integer("failed_messages"),
                                row.integer("waiting_directory_calls"))));
    }

    @Override
    public Uni<Optional<UUID>> nextForUpdate() {
        return Sql.queryFirst(NEXT, row -> row.uuid("id"));
    }

    @Override
    public Uni<Void> audited(UUID incidentId) {
        return Sql.update("update incident set audit_at = null where id = $1", incidentId)
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> postpone(UUID incidentId) {
        return Sql.update("update incident set audit_at = app_now() + interval '1 minute' where id = $1", incidentId)
                .replaceWithVoid();
    }

    @Override
    public Uni<Set<RequiredNotice>> opened(UUID incidentId) {
        return Sql.query(
                        "select distinct rule, recipient_agency from notice where incident_id = $1",
                        row -> new RequiredNotice(incidentId, row.text("rule"), row.text("recipient_agency")),
                        incidentId)
                .map(Set::copyOf);
    }
}
