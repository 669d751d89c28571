package org.tongbao.escalation.lateral.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.escalation.lateral.usecase.AffectedAgencies;
import org.tongbao.escalation.lateral.usecase.ConfirmationDecision;
import org.tongbao.platform.sql.Row;
import org.tongbao.platform.sql.Sql;

@ApplicationScoped
class SqlAffectedAgencies implements AffectedAgencies {
    private static final String ADD = """
            with due as (update incident set audit_at = app_now() where id = $1)
            insert into affected_agency (incident_id, affected_agency)
            select distinct $1::uuid, unnest($2::text[]) on conflict do nothing returning affected_agency""";
    private static final String COUNT = "select count(*) as named from affected_agency where incident_id = $1";
    private static final String OPEN_CONFIRMATION = """
            select notice_id from lateral_confirmation where incident_id = $1 and decision is null
            for no key update""";
    private static final String REQUEST = "insert into lateral_confirmation (notice_id, incident_id) values ($1, $2)";
    private static final String AWAIT = """
            update affected_agency set notice_id = $1 where incident_id = $2 and affected_agency = any($3::text[])""";
    private static final String FIND =
            "select decision from lateral_confirmation where notice_id = $1 for no key update";
    private static final String DECIDE = """
            with due as (
                update incident set audit_at = app_now()
                where id = (select incident_id from lateral_confirmation where notice_id = $1))
            update lateral_confirmation set decision = $2, reason = $3, decided_by = $4, decided_by_name = $5,
                decided_by_agency = $6, decided_at = $7
            where notice_id = $1 and decision is null""";
    private static final String WAITING =
            "select affected_agency from affected_agency where notice_id = $1 order by affected_agency";
    private static final String TO_NOTIFY = """
            select a.affected_agency from affected_agency a left join lateral_confirmation c on c.notice_id = a.notice_id
            where a.incident_id = $1 and (a.notice_id is null or c.decision = 'CONFIRMED') order by a.affected_agency""";

    @Override
    public Uni<List<String>> add(UUID incidentId, Collection<String> agencies) {
        return Sql.query(ADD, row -> row.text("affected_agency"), incidentId, agencies.toArray(String[]::new));
    }

    @Override
    public Uni<Integer> count(UUID incidentId) {
        return Sql.queryOne(COUNT, row -> row.integer("named"), incidentId);
    }

    @Override
    public Uni<Optional<UUID>> findOpenForUpdate(UUID incidentId) {
        return Sql.queryFirst(OPEN_CONFIRMATION, row -> row.uuid("notice_id"), incidentId);
    }

    @Override
    public Uni<Void> requestConfirmation(UUID noticeId, UUID incidentId) {
        return Sql.update(REQUEST, noticeId, incidentId).replaceWithVoid();
    }

    @Override
    public Uni<Void> awaitConfirmation(UUID noticeId, UUID incidentId, Collection<String> agencies) {
        return Sql.update(AWAIT, noticeId, incidentId, agencies.toArray(String[]::new))
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Confirmation>> findForUpdate(UUID noticeId) {
        return Sql.queryFirst(FIND, SqlAffectedAgencies::confirmation, noticeId);
    }

    private static Confirmation confirmation(Row row) {
        String decision = row.textOrNull("decision");
        return new Confirmation(decision == null ? null : ConfirmationDecision.Outcome.valueOf(decision));
    }

    @Override
    public Uni<Void> decide(UUID noticeId, Decision decision) {
        return Sql.update(
                        DECIDE,
                        noticeId,
                        decision.decision().name(),
                        decision.reason(),
                        decision.by().subject(),
                        decision.by().name(),
                        decision.by().agency(),
                        decision.at())
                .replaceWithVoid();
    }

    @Override
    public Uni<List<String>> awaiting(UUID noticeId) {
        return Sql.query(WAITING, row -> row.text("affected_agency"), noticeId);
    }

    @Override
    public Uni<List<String>> toNotify(UUID incidentId) {
        return Sql.query(TO_NOTIFY, row -> row.text("affected_agency"), incidentId);
    }
}
