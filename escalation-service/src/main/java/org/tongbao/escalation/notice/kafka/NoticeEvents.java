package org.tongbao.escalation.notice.kafka;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.event.EnteredBy;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.LateralNoticeMet;
import org.tongbao.contracts.event.NoticeAcknowledged;
import org.tongbao.contracts.event.NoticeEnded;
import org.tongbao.contracts.event.NoticeEscalated;
import org.tongbao.contracts.event.NoticeOpened;
import org.tongbao.contracts.event.NoticeOpened.Told;
import org.tongbao.escalation.notice.domain.Acknowledger;
import org.tongbao.escalation.notice.domain.Delivery;
import org.tongbao.escalation.notice.domain.EndReason;
import org.tongbao.escalation.notice.domain.Notice;
import org.tongbao.escalation.notice.domain.NoticeChange;
import org.tongbao.escalation.notice.domain.Unreached;
import org.tongbao.escalation.notice.usecase.NoticeHeader;
import org.tongbao.escalation.notice.usecase.StoredNotice;
import org.tongbao.platform.outbox.Outbox;

/** The event that announces a change of this notice; none where it is nobody else's concern. */
final class NoticeEvents implements NoticeChange.Visitor<Stream<Outbox.Row>> {
    private static final String PHONE_ANSWERED = "PHONE_ANSWERED";
    private static final String REPLIED = "REPLIED";

    private final Outbox outbox;
    private final Notice notice;
    private final NoticeHeader header;
    private final String rule;

    NoticeEvents(Outbox outbox, StoredNotice stored) {
        this.outbox = outbox;
        this.notice = stored.notice();
        this.header = stored.header();
        this.rule = notice.policy().rule().key();
    }

    @Override
    public Stream<Outbox.Row> opened(NoticeChange.Opened change) {
        var event = new NoticeOpened(
                header.incidentId(),
                notice.id(),
                rule,
                header.clause(),
                notice.recipientAgency(),
                header.openedAt(),
                told(change.deliveries()),
                unreached());
        return Stream.of(outbox.row(EventTypes.NOTICE_OPENED, event, header.exercise()));
    }

    @Override
    public Stream<Outbox.Row> escalated(NoticeChange.Escalated change) {
        int step = notice.policy()
                .ladder()
                .map(change.position()::number)
                .orElse(change.position().step());
        var event = new NoticeEscalated(
                header.incidentId(),
                notice.id(),
                step,
                change.because().name(),
                change.at(),
                told(change.deliveries()));
        return Stream.of(outbox.row(EventTypes.NOTICE_ESCALATED, event, header.exercise()));
    }

    @Override
    public Stream<Outbox.Row> channelAdded(NoticeChange.ChannelAdded change) {
        return Stream.of();
    }

    @Override
    public Stream<Outbox.Row> partlyAcknowledged(NoticeChange.PartlyAcknowledged change) {
        return Stream.of();
    }

    @Override
    public Stream<Outbox.Row> acknowledged(NoticeChange.Acknowledged change) {
        var event = new NoticeAcknowledged(
                header.incidentId(),
                notice.id(),
                rule,
                notice.recipientAgency(),
                change.by().name(),
                change.by().role(),
                change.by().method().key(),
                change.at(),
                enteredBy(change.by()));
        return Stream.of(outbox.row(EventTypes.NOTICE_ACKNOWLEDGED, event, header.exercise()));
    }

    @Override
    public Stream<Outbox.Row> met(NoticeChange.Met change) {
        @Nullable String reply = change.reply();
        var event = new LateralNoticeMet(
                header.incidentId(),
                notice.id(),
                notice.recipientAgency(),
                reply == null ? PHONE_ANSWERED : REPLIED,
                reply,
                change.at(),
                enteredBy(change.by()));
        return Stream.of(outbox.row(EventTypes.LATERAL_NOTICE_MET, event, header.exercise()));
    }

    @Override
    public Stream<Outbox.Row> ended(NoticeChange.Ended change) {
        if (change.reason() == EndReason.MET) {
            return Stream.of();
        }
        var event = new NoticeEnded(
                header.incidentId(),
                notice.id(),
                rule,
                notice.recipientAgency(),
                change.reason().name(),
                change.at());
        return Stream.of(outbox.row(EventTypes.NOTICE_ENDED, event, header.exercise()));
    }

    private @Nullable List<NoticeOpened.Unreached> unreached() {
        List<Unreached> reasons = header.facts().unreached();
        return reasons.isEmpty()
                ? null
                : reasons.stream()
                        .map(it -> new NoticeOpened.Unreached(
                                it.rule(), it.agency(), it.reason().name()))
                        .toList();
    }

    private static @Nullable EnteredBy enteredBy(Acknowledger by) {
        return by.enteredBy().map(it -> new EnteredBy(it.name(), it.agency())).orElse(null);
    }

    private static List<Told> told(List<Delivery> deliveries) {
        return deliveries.stream()
                .map(it -> new Told(
                        it.person().name(),
                        it.role(),
                        it.person().agency().code(),
                        it.channel().key()))
                .toList();
    }
}
