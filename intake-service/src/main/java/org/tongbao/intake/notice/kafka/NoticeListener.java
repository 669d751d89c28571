package org.tongbao.intake.notice.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.contracts.event.DeliveryEnded;
import org.tongbao.contracts.event.EnteredBy;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.LateralNoticeMet;
import org.tongbao.contracts.event.NoticeAcknowledged;
import org.tongbao.contracts.event.NoticeEnded;
import org.tongbao.contracts.event.NoticeEscalated;
import org.tongbao.contracts.event.NoticeOpened;
import org.tongbao.contracts.procedure.Channel;
import org.tongbao.intake.notice.usecase.RecordNotice;
import org.tongbao.intake.timeline.domain.TimelineEntryKind;
import org.tongbao.platform.inbox.EventHandlers;
import org.tongbao.platform.inbox.Inbox;

@ApplicationScoped
class NoticeListener {
    private static final String ENGINE = "Tongbao";

    private final Inbox inbox;
    private final RecordNotice record;
    private final EventHandlers handlers;

    NoticeListener(Inbox inbox, RecordNotice record) {
        this.inbox = inbox;
        this.record = record;
        handlers = new EventHandlers()
                .on(EventTypes.NOTICE_OPENED, event -> opened(event.payload()))
                .on(EventTypes.NOTICE_ESCALATED, event -> escalated(event.payload()))
                .on(EventTypes.DELIVERY_ENDED, event -> delivered(event.payload()))
                .on(EventTypes.NOTICE_ACKNOWLEDGED, event -> acknowledged(event.payload()))
                .on(EventTypes.NOTICE_ENDED, event -> ended(event.payload()))
                .on(EventTypes.LATERAL_NOTICE_MET, event -> reached(event.payload()));
    }

    @Incoming("notices")
    Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        return inbox.receive("intake.notices", message, handlers);
    }

    private Uni<Void> opened(NoticeOpened it) {
        return record.record(new RecordNotice.NoticeEvent(
                it.incidentId(),
                it.openedAt(),
                TimelineEntryKind.NOTICE_OPENED,
                ENGINE,
                it.recipientAgency(),
                channels(it.told()),
                NoticeTexts.clause(it.clause()),
                unreached(
                        it.unreached(),
                        values(
                                Map.of("rule", it.rule(), "recipient", it.recipientAgency()),
                                "told",
                                NoticeTexts.people(it.told())))));
    }

    private static Map<String, String> unreached(
            @Nullable List<NoticeOpened.Unreached> reasons, Map<String, String> values) {
        return reasons == null ? values : values(values, "unreached", NoticeTexts.unreached(reasons));
    }

    private Uni<Void> escalated(NoticeEscalated it) {
        return record.record(new RecordNotice.NoticeEvent(
                it.incidentId(),
                it.at(),
                TimelineEntryKind.NOTICE_ESCALATED,
                ENGINE,
                null,
                channels(it.told()),
                null,
                values(
                        values(Map.of("step", String.valueOf(it.step())), "because", NoticeTexts.because(it.because())),
                        "told",
                        NoticeTexts.people(it.told()))));
    }

    private Uni<Void> delivered(DeliveryEnded it) {
        return record.record(new RecordNotice.NoticeEvent(
                it.incidentId(),
                it.at(),
                TimelineEntryKind.DELIVERY_ENDED,
                ENGINE,
                it.to().agency(),
                it.to().channel(),
                null,
                entered(
                        it.enteredBy(),
                        values(
                                values(Map.of(), "told", NoticeTexts.people(List.of(it.to()))),
                                "outcome",
                                NoticeTexts.outcome(it.outcome(), it.reason())))));
    }

    private Uni<Void> acknowledged(NoticeAcknowledged it) {
        return record.record(new RecordNotice.NoticeEvent(
                it.incidentId(),
                it.at(),
                TimelineEntryKind.NOTICE_ACKNOWLEDGED,
                it.name(),
                it.recipientAgency(),
                it.method(),
                null,
                entered(
                        it.enteredBy(),
                        Map.of("rule", it.rule(), "recipient", it.recipientAgency(), "role", it.role()))));
    }

    private Uni<Void> ended(NoticeEnded it) {
        return record.record(new RecordNotice.NoticeEvent(
                it.incidentId(),
                it.at(),
                TimelineEntryKind.NOTICE_ENDED,
                ENGINE,
                it.recipientAgency(),
                null,
                null,
                values(
                        Map.of("rule", it.rule(), "recipient", it.recipientAgency()),
                        "outcome",
                        NoticeTexts.outcome(it.reason()))));
    }

    private Uni<Void> reached(LateralNoticeMet it) {
        var event = new RecordNotice.NoticeEvent(
                it.incidentId(),
                it.at(),
                TimelineEntryKind.LATERAL_NOTICE_MET,
                ENGINE,
                it.affectedAgency(),
                channelOf(it.how()),
                null,
                entered(
                        it.enteredBy(),
                        values(
                                Map.of("affected", it.affectedAgency()),
                                "outcome",
                                NoticeTexts.answer(it.how(), it.reply()))));
        return record.reached(event, it.affectedAgency(), it.how(), it.reply());
    }

    private static @Nullable String channelOf(String how) {
        return how.equals("PHONE_ANSWERED") ? Channel.PHONE_TASK.key() : null;
    }

    /** With who entered it, where that was not the person himself. */
    private static Map<String, String> entered(@Nullable EnteredBy by, Map<String, String> values) {
        return by == null
                ? values
                : values(
                        values,
                        "enteredBy",
                        new Text(by.name() + "（" + by.agency() + "）", by.name() + " (" + by.agency() + ")"));
    }

    private static Map<String, String> values(Map<String, String> values, String key, Text text) {
        Map<String, String> more = new HashMap<>(values);
        more.put(key, text.chinese());
        more.put(key + "English", text.english());
        return more;
    }

    private static String channels(List<NoticeOpened.Told> told) {
        return told.stream().map(NoticeOpened.Told::channel).distinct().sorted().collect(Collectors.joining(", "));
    }
}
