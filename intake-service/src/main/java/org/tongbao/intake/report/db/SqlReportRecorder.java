package org.tongbao.intake.report.db;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.procedure.MetBy;
import org.tongbao.intake.affected.domain.AffectedAgency;
import org.tongbao.intake.db.Columns;
import org.tongbao.intake.db.IncidentColumns;
import org.tongbao.intake.db.ObligationColumns;
import org.tongbao.intake.incident.domain.Incident;
import org.tongbao.intake.level.domain.LevelOnRecord;
import org.tongbao.intake.obligation.usecase.ObligationScheduler;
import org.tongbao.intake.report.domain.Filing;
import org.tongbao.intake.report.domain.ReportingAgency;
import org.tongbao.intake.report.usecase.ReportRecorder;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.IncidentAccess;
import org.tongbao.platform.journal.Journal;
import org.tongbao.platform.outbox.Outbox;
import org.tongbao.platform.sql.JsonColumn;
import org.tongbao.platform.sql.Sql;

/**
 * Saves a report with one statement, the hot path of this service: the rows that entities would write in seven
 * round trips. Everything depends on the key; when it is used, no row is written.
 */
@ApplicationScoped
class SqlReportRecorder implements ReportRecorder {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String RECORD = """
            with taken as (
                insert into idempotency (agency, key, request_hash, status, body)
                values ($1::text, $2::text, $3::bytea, 201, $4::text)
                on conflict (agency, key) do nothing
                returning key),
            opened as (
                insert into incident (id, agency, number, procedure, procedure_hash, procedure_assumed, zone, state, level,
                    declared_level, calculated_level, first_level, because, facts, anchors, channel, received_at, entered_at,
                    filed_by, filed_by_name, filed_by_agency, offline_reason, approved_by, title, tlp, exercise, content,
                    version, updated_at)
                select $5::uuid, $6::text, $7::text, $8::text, $9::text, $10::boolean, $11::text, $12::text, $13::int,
                    $14::int, $15::int, $13::int, $16::text, $17::text, $18::text, $19::text, $20::timestamptz,
                    $21::timestamptz, $22::text, $23::text, $24::text, $25::text, $26::text, $27::text, $28::text,
                    $29::boolean, $30::text, 1, $21::timestamptz
                from taken
                returning id, agency),
            owed as (
                insert into obligation (incident_id, agency, key, position, owner, clause, force, anchor, met_by, anchor_at,
                    anchor_assumed, due_at, percents, state, warned, next_at, met_at, missed_at)
                select opened.id, opened.agency, o.*
                from opened, json_to_recordset($31::text::json) as o(key text, position int, owner text, clause text,
                    force text, anchor text, met_by text, anchor_at timestamptz, anchor_assumed boolean, due_at timestamptz,
                    percents text, state text, warned int, next_at timestamptz, met_at timestamptz, missed_at timestamptz)),
            named as (
                insert into affected_agency (incident_id, agency, affected, why, named_at)
                select opened.id, opened.agency, a.affected, a.why, $21::timestamptz
                from opened, json_to_recordset($32::text::json) as a(affected text, why text)),
            shown as (
            """ + IncidentAccess.opening("opened", "$33") + """
            ),
            noted as (
                insert into journal (id, action, actor, actor_name, actor_agency, agency, incident_id, clause, detail)
                select $34::uuid, 'incident-reported', $22::text, $23::text, $24::text, opened.agency, opened.id, $35::text,
                    $36::text
                from opened),
            told as (
                insert into outbox (id, bucket, topic, subject, type, payload, exercise)
                select $37::uuid, $38::smallint, $39::text, $40::text, $41::text, $42::text, $43::boolean from opened)
            select count(*) as taken from taken""";

    private final Outbox outbox;
    private final Journal journal;
    private final ObligationScheduler scheduler;

    SqlReportRecorder(Outbox outbox, Journal journal, ObligationScheduler scheduler) {
        this.outbox = outbox;
        this.journal = journal;
        this.scheduler = scheduler;
    }

    @Override
    public Uni<Boolean> record(Caller caller, NewReport filed) {
        outbox.announceAfterCommit();
        scheduler.schedule(filed.incident().obligations());
        return Sql.queryOne(RECORD, row -> row.bigint("taken") == 1, arguments(caller, filed))
                .onFailure(SqlReportRecorder::numberTaken)
                .transform(failure -> new NumberTaken());
    }

    private @Nullable Object[] arguments(Caller caller, NewReport filed) {
        Incident incident = filed.incident();
        Filing filing = incident.filing();
        LevelOnRecord level = incident.level();
        Outbox.Row event = outbox.row(EventTypes.INCIDENT_REPORTED, filed.event(), incident.exercise());
        return new @Nullable Object[] {
            caller.agency(),
            filed.key().value(),
            Buffer.buffer(filed.key().hash()),
            filed.answer(),
            incident.id(),
            incident.agency(),
            incident.number().value(),
            incident.procedure().id(),
            incident.procedure().hash(),
            incident.procedureAssumed(),
            incident.zone().getId(),
            incident.state().name(),
            level.effective().number(),
            IncidentColumns.number(level.declared()),
            IncidentColumns.number(level.calculated()),
            IncidentColumns.because(level),
            Columns.keys(incident.facts()),
            IncidentColumns.anchors(incident),
            filing.channel().key(),
            filing.receivedAt(),
            filing.enteredAt(),
            filing.by(),
            filing.byName(),
            filing.byAgency(),
            filing.reason(),
            incident.approvedBy(),
            filed.report().title(),
            filed.report().tlp(),
            incident.exercise(),
            filed.content(),
            JsonColumn.write(incident.obligations().stream()
                    .map(ObligationColumns::write)
                    .toList()),
            JsonColumn.write(filed.report().affected().stream()
                    .map(SqlReportRecorder::row)
                    .toList()),
            JsonColumn.write(
                    filed.opensTo().stream().map(SqlReportRecorder::row).toList()),
            Ids.next(),
            incident.clauseOf(MetBy.REPORT_FILED),
            journal.detail(Map.of(
                    "number", incident.number().value(),
                    "level", level.effective().number(),
                    "procedure", incident.procedure().hash(),
                    "channel", filing.channel().key())),
            event.id(),
            event.bucket(),
            event.topic(),
            event.subject(),
            event.type(),
            event.payload(),
            event.exercise()
        };
    }

    private static Map<String, String> row(AffectedAgency it) {
        return Map.of("affected", it.agency(), "why", it.why());
    }

    private static Map<String, String> row(ReportingAgency.Opening it) {
        return Map.of(
                "agency", it.agency(), "why", IncidentAccess.Why.of(it.why()).key());
    }

    // Hibernate Reactive turns the driver's exception into this one, of which only state and message are left.
    private static boolean numberTaken(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException error && UNIQUE_VIOLATION.equals(error.getSQLState())) {
                return String.valueOf(error.getMessage()).contains("\"incident_number\"");
            }
        }
        return false;
    }
}
