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
import org.tongbao.escalation.db.StoredFacts;
import org.tongbao.escalation.lateral.domain.LateralConfirmation;
import org.tongbao.escalation.notice.domain.Delivery;
import org.tongbao.escalation.notice.domain.Delivery.State;
import org.tongbao.escalation.notice.domain.EndReason;
import org.tongbao.escalation.notice.domain.EscalationPolicy;
import org.tongbao.escalation.notice.domain.LadderPosition;
import org.tongbao.escalation.notice.domain.NobodyToTell;
import org.tongbao.escalation.notice.domain.Notice;
import org.tongbao.escalation.notice.usecase.NoticeHeader;
import org.tongbao.escalation.notice.usecase.StoredNotice;
import org.tongbao.platform.sql.JsonColumn;
import org.tongbao.platform.sql.Row;

/** Rows of the tables as the domain knows them. */
final class NoticeRows {
    static final String SELECT = """
        select n.id, n.incident_id, n.agency, n.recipient_agency, n.rule, n.procedure_hash, n.title_zh, n.title_en,
            n.clause, n.number, n.tlp, n.exercise, n.level, n.phone_only, n.status, n.end_reason, n.loop, n.step,
            n.since, n.due_at, n.answer_due_at, n.facts, n.confirmed_by, n.cause, n.opened_at
        from notice n\
        """;
    static final String DELIVERIES = """
        select d.notice_id, t.contact, t.agency, t.agency_name, t.agency_name_english, t.name, t.language, t.addresses,
            d.role, d.because, d.loop, d.step, d.channel, d.address, d.state, d.due_at
        from delivery d join told t on t.id = d.told_id
        where d.notice_id = any($1) order by d.id\
        """;

    private static final TypeReference<Map<Channel, List<String>>> ADDRESSES = new TypeReference<>() {};
    private static final TypeReference<Map<UUID, Instant>> CONFIRMED = new TypeReference<>() {};

    private NoticeRows() {}

    /** From the columns contact, agency, agency_name, agency_name_english, name, language, addresses. */
    static Person person(Row row) {
        var agency = new Person.Agency(
                row.text("agency"),
                row.text("agency_name"),
                Optional.ofNullable(row.textOrNull("agency_name_english")));
        return new Person(
                row.uuid("contact"),
                agency,
                row.text("name"),
                row.text("language"),
                JsonColumn.read(row.text("addresses"), ADDRESSES));
    }

    static Delivery delivery(Row row) {
        return new Delivery(
                person(row),
                row.text("role"),
                RecipientReason.valueOf(row.text("because")),
                new LadderPosition(row.integer("loop"), row.integer("step")),
                Keyed.find(Channel.class, row.text("channel")).orElseThrow(),
                row.text("address"),
                state(row.text("state"), row.instantOrNull("due_at")));
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
            String end = row.textOrNull("end_reason");
            NoticeHeader header = new NoticeHeader(
                    row.uuid("incident_id"),
                    row.text("agency"),
                    row.text("number"),
                    row.text("tlp"),
                    row.bool("exercise"),
                    row.text("procedure_hash"),
                    new Text(row.text("title_zh"), row.text("title_en")),
                    row.text("clause"),
                    row.instantOrNull("answer_due_at"),
                    StoredFacts.read(row.text("facts")),
                    row.uuid("cause"),
                    row.instant("opened_at"));
            return new Stored(
                    row.uuid("id"),
                    row.text("recipient_agency"),
                    row.text("rule"),
                    row.text("procedure_hash"),
                    Level.of(row.integer("level")),
                    row.bool("phone_only"),
                    Notice.Status.valueOf(row.text("status")),
                    end == null ? null : EndReason.valueOf(end),
                    new LadderPosition(row.integer("loop"), row.integer("step")),
                    row.instant("since"),
                    row.instantOrNull("due_at"),
                    new HashMap<>(JsonColumn.read(row.text("confirmed_by"), CONFIRMED)),
                    header);
        }

        StoredNotice withDeliveries(List<Delivery> deliveries, Procedure procedure) {
            EscalationPolicy snapshot = policy(procedure);
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

        private EscalationPolicy policy(Procedure procedure) {
            if (rule.equals(LateralConfirmation.KEY)) {
                return LateralConfirmation.POLICY;
            }
            return rule.equals(NobodyToTell.KEY) ? NobodyToTell.POLICY : ofProcedure(procedure);
        }

        private EscalationPolicy ofProcedure(Procedure procedure) {
            NoticeRule notice = procedure
                    .notice(rule)
                    .orElseThrow(() -> new IllegalStateException("no rule " + rule + " in " + procedureHash));
            return new EscalationPolicy(notice, procedure.ladderOf(notice));
        }
    }
}
