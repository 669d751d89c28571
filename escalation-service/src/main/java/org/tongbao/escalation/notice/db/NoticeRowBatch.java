package org.tongbao.escalation.notice.db;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.procedure.Channel;
import org.tongbao.escalation.acknowledgement.usecase.AcknowledgementTokens;
import org.tongbao.escalation.contact.domain.Person;
import org.tongbao.escalation.db.StoredFacts;
import org.tongbao.escalation.notice.domain.Acknowledger;
import org.tongbao.escalation.notice.domain.Delivery;
import org.tongbao.escalation.notice.domain.Delivery.State;
import org.tongbao.escalation.notice.domain.LadderPosition;
import org.tongbao.escalation.notice.domain.Notice;
import org.tongbao.escalation.notice.domain.NoticeChange;
import org.tongbao.escalation.notice.usecase.ChangedNotice;
import org.tongbao.escalation.notice.usecase.NoticeHeader;
import org.tongbao.escalation.notice.usecase.StoredNotice;
import org.tongbao.platform.sql.JsonColumn;

/** The rows that changed notices write, each table's as one JSON array. */
final class NoticeRowBatch {
    private final AcknowledgementTokens tokens;
    private final Instant now;
    private final List<Map<String, ?>> notices = new ArrayList<>();
    private final List<Map<String, ?>> recipients = new ArrayList<>();
    private final List<Map<String, ?>> deliveries = new ArrayList<>();
    private final List<Map<String, ?>> steps = new ArrayList<>();
    private final List<Map<String, ?>> superseded = new ArrayList<>();
    private final List<Map<String, ?>> acknowledged = new ArrayList<>();

    NoticeRowBatch(AcknowledgementTokens tokens, Instant now) {
        this.tokens = tokens;
        this.now = now;
    }

    /** Notices, recipients, deliveries, steps, superseded deliveries, acknowledgements: the parameters 1 to 6. */
    @Nullable
    Object[] parameters() {
        return new @Nullable Object[] {
            JsonColumn.write(notices),
            JsonColumn.write(recipients),
            JsonColumn.write(deliveries),
            JsonColumn.write(steps),
            JsonColumn.write(superseded),
            JsonColumn.write(acknowledged)
        };
    }

    void add(ChangedNotice changed) {
        Notice before = changed.before();
        Notice after = changed.after().notice();
        Map<String, @Nullable Object> row = before == null ? wholeRow(changed.after()) : stateRow(after);
        notices.add(row);
        addDeliveries(before == null ? List.of() : before.deliveries(), after);
        changed.changes().forEach(it -> it.accept(new ChangeRows(after.id(), row)));
    }

    private void addDeliveries(List<Delivery> before, Notice after) {
        Set<UUID> people = new LinkedHashSet<>();
        for (Delivery delivery :
                after.deliveries().subList(before.size(), after.deliveries().size())) {
            if (people.add(delivery.contact())) {
                recipients.add(recipientRow(after.id(), delivery));
            }
            deliveries.add(deliveryRow(after, delivery));
        }
        for (int index = 0; index < before.size(); index++) {
            Delivery delivery = after.deliveries().get(index);
            if (delivery.state() == State.SUPERSEDED && before.get(index).state() != State.SUPERSEDED) {
                superseded.add(keyOf(after.id(), delivery));
            }
        }
    }

    /** What each change adds. */
    private final class ChangeRows implements NoticeChange.Visitor<NoticeRowBatch> {
        private final UUID noticeId;
        private final Map<String, @Nullable Object> noticeRow;

        ChangeRows(UUID noticeId, Map<String, @Nullable Object> noticeRow) {
            this.noticeId = noticeId;
            this.noticeRow = noticeRow;
        }

        @Override
        public NoticeRowBatch opened(NoticeChange.Opened change) {
            steps.add(stepRow(noticeId, LadderPosition.FIRST, null, change.deliveries()));
            return NoticeRowBatch.this;
        }

        @Override
        public NoticeRowBatch escalated(NoticeChange.Escalated change) {
            steps.add(stepRow(noticeId, change.position(), change.because().name(), change.deliveries()));
            return NoticeRowBatch.this;
        }

        @Override
        public NoticeRowBatch channelAdded(NoticeChange.ChannelAdded change) {
            return NoticeRowBatch.this;
        }

        @Override
        public NoticeRowBatch partlyAcknowledged(NoticeChange.PartlyAcknowledged change) {
            return acknowledgedBy(change.by(), change.at());
        }

        @Override
        public NoticeRowBatch acknowledged(NoticeChange.Acknowledged change) {
            taken(change.by(), change.at());
            return acknowledgedBy(change.by(), change.at());
        }

        @Override
        public NoticeRowBatch met(NoticeChange.Met change) {
            taken(change.by(), change.at());
            return acknowledgedBy(change.by(), change.at());
        }

        @Override
        public NoticeRowBatch ended(NoticeChange.Ended change) {
            return NoticeRowBatch.this;
        }

        private NoticeRowBatch acknowledgedBy(Acknowledger by, Instant at) {
            by.contact().ifPresent(contact -> {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                row.put("notice_id", noticeId);
                row.put("contact", contact);
                row.put("method", by.method().key());
                row.put("at", at);
                acknowledged.add(row);
            });
            return NoticeRowBatch.this;
        }

        private void taken(Acknowledger by, Instant at) {
            noticeRow.put("taken_by_name", by.name());
            noticeRow.put("taken_by_role", by.role());
            noticeRow.put("taken_by_agency", by.agency());
            noticeRow.put("taken_method", by.method().key());
            noticeRow.put("taken_at", at);
            by.enteredBy().ifPresent(entered -> {
                noticeRow.put("entered_by_name", entered.name());
                noticeRow.put("entered_by_agency", entered.agency());
            });
        }
    }

    private static Map<String, @Nullable Object> wholeRow(StoredNotice stored) {
        Notice notice = stored.notice();
        NoticeHeader header = stored.header();
        Map<String, @Nullable Object> row = stateRow(notice);
        row.put("incident_id", header.incidentId());
        row.put("agency", header.incidentAgency());
        row.put("recipient_agency", notice.recipientAgency());
        row.put("rule", notice.policy().rule().key());
        row.put("procedure_hash", header.procedureHash());
        row.put("title_zh", header.title().chinese());
        row.put("title_en", header.title().english());
        row.put("clause", header.clause());
        row.put("number", header.number());
        row.put("tlp", header.tlp());
        row.put("exercise", header.exercise());
        row.put("information", notice.policy().information());
        row.put("phone_only", notice.phoneOnly());
        row.put("answer_due_at", header.answerDueAt());
        row.put("facts", StoredFacts.write(header.facts()));
        row.put("cause", header.cause());
        row.put("opened_at", header.openedAt());
        return row;
    }

    private static Map<String, @Nullable Object> stateRow(Notice notice) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", notice.id());
        row.put("level", notice.level().number());
        row.put("status", notice.status());
        row.put("end_reason", notice.end());
        row.put("loop", notice.position().loop());
        row.put("step", notice.position().step());
        row.put("since", notice.since());
        row.put("due_at", notice.dueAt());
        row.put("confirmed_by", JsonColumn.write(notice.confirmedBy()));
        return row;
    }

    private Map<String, ?> recipientRow(UUID noticeId, Delivery delivery) {
        Person person = delivery.person();
        UUID id = Ids.next();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put("notice_id", noticeId);
        row.put("contact", person.contact());
        row.put("agency", person.agency().code());
        row.put("agency_name", person.agency().name());
        row.put("agency_name_english", person.agency().nameEnglish().orElse(null));
        row.put("name", person.name());
        row.put("role", delivery.role());
        row.put("language", person.language());
        row.put("addresses", JsonColumn.write(person.addresses()));
        row.put("told_at", now);
        row.put("token_hash", HexFormat.of().formatHex(tokens.tokenHash(id)));
        row.put("code_hash", HexFormat.of().formatHex(tokens.codeHash(id)));
        return row;
    }

    private Map<String, ?> deliveryRow(Notice notice, Delivery delivery) {
        Map<String, @Nullable Object> row = keyOf(notice.id(), delivery);
        row.put("id", Ids.next());
        row.put("address", delivery.address());
        row.put("role", delivery.role());
        row.put("because", delivery.because());
        row.put("level", notice.level().number());
        row.put("bulk", notice.policy().lateral() || notice.policy().information());
        // A call is made by people, who find it in their list; nothing of it is ever due to be sent.
        row.put("due_at", delivery.channel() == Channel.PHONE_TASK ? null : now);
        row.put("created_at", now);
        return row;
    }

    private static Map<String, @Nullable Object> keyOf(UUID noticeId, Delivery delivery) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("notice_id", noticeId);
        row.put("contact", delivery.contact());
        row.put("loop", delivery.position().loop());
        row.put("step", delivery.position().step());
        row.put("channel", delivery.channel().key());
        return row;
    }

    private Map<String, ?> stepRow(
            UUID noticeId, LadderPosition position, @Nullable String because, List<Delivery> delivered) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", Ids.next());
        row.put("notice_id", noticeId);
        row.put("loop", position.loop());
        row.put("step", position.step());
        row.put("because", because);
        row.put("told", delivered.stream().map(Delivery::contact).distinct().count());
        row.put("at", now);
        return row;
    }
}
