package org.tongbao.escalation.notice.db;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.contracts.procedure.Channel;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.NoticeRule;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.escalation.contact.domain.Person;
import org.tongbao.escalation.contact.domain.RecipientReason;
import org.tongbao.platform.sql.JsonColumn;
import org.tongbao.escalation.db.StoredFacts;
import org.tongbao.escalation.lateral.domain.LateralConfirmation;
import org.tongbao.escalation.notice.domain.Delivery;
import org.tongbao.escalation.notice.domain.Delivery.State;
import org.tongbao.escalation.notice.domain.EndReason;
import org.tongbao.escalation.notice.domain.EscalationPolicy;
import org.tongbao.escalation.notice.domain.LadderPosition;
import org.tongbao.escalation.notice.domain.Notice;
import org.tongbao.escalation.notice.usecase.NoticeHeader;
import org.tongbao.escalation.notice.usecase.StoredNotice;
import org.tongbao.platform.sql.Row;

/** Rows of the tables as the domain knows them. */
final class NoticeRows {
    static final String SELECT = """
            select n.id, n.incident_id, n.agency, n.recipient_agency, n.rule, n.procedure_hash, n.title_zh, n.title_en,
                n.clause, n.number, n.tlp, n.exercise, n.level, n.phone_only, n.status, n.end_reason, n.loop, n.step,
                n.since, n.due_at, n.answer_due_at, n.facts, n.confirmed_by, n.cause, n.opened_at
            from notice n""";
    static final String DELIVERIES = """
            select t.contact, t.agency, t.agency_name, t.agency_name_english, t.name, t.language, t.addresses,
                d.role, d.because, d.loop, d.step, d.channel, d.address, d.state, d.due_at
            from delivery d join told t on t.id = d.told_id
            where d.notice_id = $1 order by d.id""";

    private static final TypeReference<Map<Channel, List<String>>> ADDRESSES = new TypeReference<>() {};
    private static final TypeReference<Map<UUID, Instant>> CONFIRMED = new TypeReference<>() {};

    private NoticeRows() {}

    /** From seven columns: contact, agency, its names, name, language, addresses. */
    static Person person(Row row, int first) {
        var agency = new Person.Agency(
                row.text(first + 1), row.text(first + 2), Optional.ofNullable(row.<String>nullable(first + 3)));
        return new Person(
                row.uuid(first),
                agency,
                row.text(first + 4),
                row.text(first + 5),
                JsonColumn.read(row.text(first + 6), ADDRESSES));
    }

    static Delivery delivery(Row row) {
        return new Delivery(
                person(row, 0),
                row.text(7),
                RecipientReason.valueOf(row.text(8)),
                new LadderPosition(row.integer(9), row.integer(10)),
                Keyed.find(Channel.class, row.text(11)).orElseThrow(),
                row.text(12),
                state(row.text(13), row.nullable(14)));
    }

    private static State state(String state, @Nullable Instant dueAt) {
        return switch (state) {
            case "PENDING", "CLAIMED", "TRANSIENT" -> State.IN_PROGRESS;
            case "ACCEPTED", "ACKNOWLEDGED" -> State.REACHED;
            case "AMBIGUOUS" -> dueAt == null ? State.FAILED : State.IN_PROGRESS;
            case "SUPERSEDED" -> State.SUPERSEDED;
            default -> State.FAILED;
        };
    }

    /** A row of the table notice. */
    record Stored(
            UUID id,
            String recipientAgency,
            String rule,
            String procedureHash,
            Level level,
            boolean phoneOnly,
            Notice.Status status,
            @Nullable EndReason end,
            LadderPosition position,
            Instant since,
            @Nullable Instant dueAt,
            Map<UUID, Instant> confirmedBy,
            NoticeHeader header) {

        static Stored of(Row row) {
            String end = row.nullable(15);
            NoticeHeader header = new NoticeHeader(
                    row.uuid(1),
                    row.text(2),
                    row.text(9),
                    row.text(10),
                    row.bool(11),
                    row.text(5),
                    new Text(row.text(6), row.text(7)),
                    row.text(8),
                    row.nullable(20),
                    StoredFacts.read(row.text(21)),
                    row.uuid(23),
                    row.instant(24));
            return new Stored(
                    row.uuid(0),
                    row.text(3),
                    row.text(4),
                    row.text(5),
                    Level.of(row.integer(12)),
                    row.bool(13),
                    Notice.Status.valueOf(row.text(14)),
                    end == null ? null : EndReason.valueOf(end),
                    new LadderPosition(row.integer(16), row.integer(17)),
                    row.instant(18),
                    row.nullable(19),
                    new HashMap<>(JsonColumn.read(row.text(22), CONFIRMED)),
                    header);
        }

        StoredNotice withDeliveries(List<Delivery> deliveries, Procedure procedure) {
            EscalationPolicy snapshot =
                    rule.equals(LateralConfirmation.KEY) ? LateralConfirmation.POLICY : ofProcedure(procedure);
            return new StoredNotice(
                    new Notice(
                            id,
                            snapshot,
                            recipientAgency,
                            level,
                            phoneOnly,
                            status,
                            position,
                            since,
                            dueAt,
                            deliveries,
                            confirmedBy,
                            end),
                    header);
        }

        private EscalationPolicy ofProcedure(Procedure procedure) {
            NoticeRule notice = procedure
                    .notice(rule)
                    .orElseThrow(() -> new IllegalStateException("no rule " + rule + " in " + procedureHash));
            return new EscalationPolicy(notice, procedure.ladderOf(notice));
        }
    }
}
