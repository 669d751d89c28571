package org.tongbao.escalation.notice.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.escalation.db.StoredFacts;
import org.tongbao.escalation.notice.usecase.NoticeQueries;
import org.tongbao.platform.sql.Row;
import org.tongbao.platform.sql.Sql;

@ApplicationScoped
class SqlNoticeQueries implements NoticeQueries {
    private static final String SUMMARY = """
            select id, incident_id, agency, number, rule, title_zh, title_en, clause, recipient_agency, level, tlp,
                exercise, status, end_reason, loop, step, opened_at, updated_at, due_at, answer_due_at, ended_at,
                taken_by_name, taken_by_role, taken_by_agency, taken_method, taken_at, entered_by_name, entered_by_agency, facts
            from notice""";
    private static final String LIST = SUMMARY + """
             where ($1::uuid is null or incident_id = $1) and ($2::timestamptz is null or updated_at >= $2)
                and ($3::uuid is null or id > $3)
            order by id limit $4::int""";
    private static final String STEPS =
            "select loop, step, because, told, at from notice_step where notice_id = $1 order by at, id";
    private static final String RECIPIENTS = """
            select t.id, t.name, t.role, t.agency, t.acknowledged_at, t.acknowledged_method, d.id as delivery_id, d.channel,
                d.role as delivery_role, d.because, d.loop, d.step, d.state, d.reason, d.created_at,
                case when d.state <> 'CLAIMED' then d.due_at end as next_attempt_at, d.ended_at, a.number, a.started_at,
                a.ended_at as attempt_ended_at, a.outcome, a.reason as attempt_reason, a.relay
            from told t join delivery d on d.told_id = t.id left join attempt a on a.delivery_id = d.id
            where t.notice_id = $1 order by t.told_at, t.id, d.id, a.number""";
    private static final String CONFIRMATION = """
            select array(select a.affected_agency from affected_agency a where a.notice_id = c.notice_id order by 1) as affected,
                c.decision, c.reason, c.decided_by_name, c.decided_by_agency, c.decided_at
            from lateral_confirmation c where c.notice_id = $1""";
    private static final String WITHIN = "select exists (select from caller_sees($1)) as within";
    private static final String WITHIN_ALL = """
            select a.agency from unnest($1::text[]) as a(agency) where exists (select from caller_sees(a.agency))""";

    @Override
    public Uni<List<Summary>> list(Filter it) {
        return Sql.query(LIST, SqlNoticeQueries::summary, it.incident(), it.updatedSince(), it.after(), it.limit());
    }

    @Override
    public Uni<Optional<Summary>> find(UUID id) {
        return Sql.queryFirst(SUMMARY + " where id = $1", SqlNoticeQueries::summary, id);
    }

    private static Summary summary(Row row) {
        Instant takenAt = row.instantOrNull("taken_at");
        return new Summary(
                row.uuid("id"),
                row.uuid("incident_id"),
                row.text("agency"),
                row.text("number"),
                row.text("rule"),
                new Text(row.text("title_zh"), row.text("title_en")),
                row.text("clause"),
                row.text("recipient_agency"),
                row.integer("level"),
                row.text("tlp"),
                row.bool("exercise"),
                row.text("status"),
                row.textOrNull("end_reason"),
                row.integer("loop"),
                row.integer("step"),
                row.instant("opened_at"),
                row.instant("updated_at"),
                row.instantOrNull("due_at"),
                row.instantOrNull("answer_due_at"),
                row.instantOrNull("ended_at"),
                takenAt == null
                        ? null
                        : new Taken(
                                row.text("taken_by_name"),
                                row.text("taken_by_role"),
                                row.text("taken_by_agency"),
                                row.text("taken_method"),
                                takenAt,
                                enteredBy(row)),
                StoredFacts.read(row.text("facts")).unreached());
    }

    private static @Nullable EnteredBy enteredBy(Row row) {
        String name = row.textOrNull("entered_by_name");
        return name == null ? null : new EnteredBy(name, row.text("entered_by_agency"));
    }

    @Override
    public Uni<List<Step>> steps(UUID noticeId) {
        return Sql.query(
                STEPS,
                row -> new Step(
                        row.integer("loop"),
                        row.integer("step"),
                        row.textOrNull("because"),
                        row.integer("told"),
                        row.instant("at")),
                noticeId);
    }

    @Override
    public Uni<List<Recipient>> recipients(UUID noticeId) {
        return Sql.query(RECIPIENTS, Line::of, noticeId).map(SqlNoticeQueries::recipients);
    }

    /** One attempt of one delivery to one recipient. */
    private record Line(
            Recipient recipient,
            Delivery delivery,
            @Nullable Attempt attempt) {
        static Line of(Row row) {
            Recipient recipient = new Recipient(
                    row.uuid("id"),
                    row.text("name"),
                    row.text("role"),
                    row.text("agency"),
                    row.instantOrNull("acknowledged_at"),
                    row.textOrNull("acknowledged_method"),
                    List.of());
            Delivery delivery = new Delivery(
                    row.uuid("delivery_id"),
                    row.text("channel"),
                    row.text("delivery_role"),
                    row.text("because"),
                    row.integer("loop"),
                    row.integer("step"),
                    row.text("state"),
                    row.textOrNull("reason"),
                    row.instant("created_at"),
                    row.instantOrNull("next_attempt_at"),
                    row.instantOrNull("ended_at"),
                    List.of());
            Integer number = row.integerOrNull("number");
            Attempt attempt = number == null
                    ? null
                    : new Attempt(
                            number,
                            row.instant("started_at"),
                            row.instantOrNull("attempt_ended_at"),
                            row.textOrNull("outcome"),
                            row.textOrNull("attempt_reason"),
                            row.textOrNull("relay"));
            return new Line(recipient, delivery, attempt);
        }
    }

    private static List<Recipient> recipients(List<Line> lines) {
        Map<Recipient, Map<Delivery, List<Attempt>>> tree = new LinkedHashMap<>();
        for (Line line : lines) {
            List<Attempt> attempts = tree.computeIfAbsent(line.recipient(), ignored -> new LinkedHashMap<>())
                    .computeIfAbsent(line.delivery(), ignored -> new ArrayList<>());
            if (line.attempt() != null) {
                attempts.add(line.attempt());
            }
        }
        return tree.entrySet().stream()
                .map(it -> it.getKey()
                        .with(it.getValue().entrySet().stream()
                                .map(delivery -> delivery.getKey().with(delivery.getValue()))
                                .toList()))
                .toList();
    }

    @Override
    public Uni<Optional<Confirmation>> confirmation(UUID noticeId) {
        return Sql.queryFirst(
                CONFIRMATION,
                row -> new Confirmation(
                        row.texts("affected"),
                        row.textOrNull("decision"),
                        row.textOrNull("reason"),
                        row.textOrNull("decided_by_name"),
                        row.textOrNull("decided_by_agency"),
                        row.instantOrNull("decided_at")),
                noticeId);
    }

    @Override
    public Uni<Set<String>> within(Collection<String> agencies) {
        return Sql.query(WITHIN_ALL, row -> row.text("agency"), (Object) agencies.toArray(String[]::new))
                .map(Set::copyOf);
    }

    @Override
    public Uni<Boolean> within(String agency) {
        return Sql.queryOne(WITHIN, row -> row.bool("within"), agency);
    }
}
