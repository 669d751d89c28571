package org.tongbao.escalation.notice.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.escalation.notice.usecase.NoticeQueries;
import org.tongbao.platform.sql.Row;
import org.tongbao.platform.sql.Sql;

@ApplicationScoped
class SqlNoticeQueries implements NoticeQueries {
    private static final String SUMMARY = """
            select id, incident_id, agency, number, rule, title_zh, title_en, clause, recipient_agency, level, tlp,
                exercise, status, end_reason, loop, step, opened_at, updated_at, due_at, answer_due_at, ended_at,
                taken_by_name, taken_by_role, taken_by_agency, taken_method, taken_at
            from notice""";
    private static final String LIST = SUMMARY + """
             where ($1::uuid is null or incident_id = $1) and ($2::timestamptz is null or updated_at >= $2)
                and ($3::uuid is null or id > $3)
            order by id limit $4::int""";
    private static final String STEPS =
            "select loop, step, because, told, at from notice_step where notice_id = $1 order by at, id";
    private static final String RECIPIENTS = """
            select t.id, t.name, t.role, t.agency, t.acknowledged_at, t.acknowledged_method, d.id, d.channel, d.role,
                d.because, d.loop, d.step, d.state, d.reason, d.created_at,
                case when d.state <> 'CLAIMED' then d.due_at end, d.ended_at, a.number, a.started_at, a.ended_at,
                a.outcome, a.reason, a.relay
            from told t join delivery d on d.told_id = t.id left join attempt a on a.delivery_id = d.id
            where t.notice_id = $1 order by t.told_at, t.id, d.id, a.number""";
    private static final String CONFIRMATION = """
            select array(select a.affected_agency from affected_agency a where a.notice_id = c.notice_id order by 1),
                c.decision, c.reason, c.decided_by_name, c.decided_by_agency, c.decided_at
            from lateral_confirmation c where c.notice_id = $1""";
    private static final String WITHIN = "select exists (select from caller_sees($1)) as within";

    @Override
    public Uni<List<Summary>> list(Filter it) {
        return Sql.query(LIST, SqlNoticeQueries::summary, it.incident(), it.updatedSince(), it.after(), it.limit());
    }

    @Override
    public Uni<Optional<Summary>> find(UUID id) {
        return Sql.query(SUMMARY + " where id = $1", SqlNoticeQueries::summary, id)
                .map(rows -> rows.stream().findFirst());
    }

    private static Summary summary(Row row) {
        Instant takenAt = row.nullable(25);
        return new Summary(
                row.uuid(0),
                row.uuid(1),
                row.text(2),
                row.text(3),
                row.text(4),
                new Text(row.text(5), row.text(6)),
                row.text(7),
                row.text(8),
                row.integer(9),
                row.text(10),
                row.bool(11),
                row.text(12),
                row.nullable(13),
                row.integer(14),
                row.integer(15),
                row.instant(16),
                row.instant(17),
                row.nullable(18),
                row.nullable(19),
                row.nullable(20),
                takenAt == null ? null : new Taken(row.text(21), row.text(22), row.text(23), row.text(24), takenAt));
    }

    @Override
    public Uni<List<Step>> steps(UUID noticeId) {
        return Sql.query(
                STEPS,
                row -> new Step(row.integer(0), row.integer(1), row.nullable(2), row.integer(3), row.instant(4)),
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
                    row.uuid(0), row.text(1), row.text(2), row.text(3), row.nullable(4), row.nullable(5), List.of());
            Delivery delivery = new Delivery(
                    row.uuid(6),
                    row.text(7),
                    row.text(8),
                    row.text(9),
                    row.integer(10),
                    row.integer(11),
                    row.text(12),
                    row.nullable(13),
                    row.instant(14),
                    row.nullable(15),
                    row.nullable(16),
                    List.of());
            Number number = row.nullable(17);
            Attempt attempt = number == null
                    ? null
                    : new Attempt(
                            number.intValue(),
                            row.instant(18),
                            row.nullable(19),
                            row.nullable(20),
                            row.nullable(21),
                            row.nullable(22));
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
        return Sql.query(
                        CONFIRMATION,
                        row -> new Confirmation(
                                List.of(Objects.requireNonNull(row.<String[]>nullable(0))),
                                row.nullable(1),
                                row.nullable(2),
                                row.nullable(3),
                                row.nullable(4),
                                row.nullable(5)),
                        noticeId)
                .map(rows -> rows.stream().findFirst());
    }

    @Override
    public Uni<Boolean> within(String agency) {
        return Sql.query(WITHIN, row -> row.bool("within"), agency).map(rows -> rows.get(0));
    }
}
