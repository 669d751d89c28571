package org.tongbao.escalation.notice.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.tongbao.contracts.event.DeliveryEnded;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.LateralNoticeMet;
import org.tongbao.contracts.event.NoticeAcknowledged;
import org.tongbao.contracts.event.NoticeEnded;
import org.tongbao.contracts.event.NoticeEscalated;
import org.tongbao.contracts.event.NoticeOpened;
import org.tongbao.contracts.event.NoticeOpened.Told;
import org.tongbao.escalation.notice.domain.Delivery;
import org.tongbao.escalation.notice.domain.EndReason;
import org.tongbao.escalation.notice.domain.Notice;
import org.tongbao.escalation.notice.domain.NoticeChange;
import org.tongbao.escalation.notice.usecase.Announcements;
import org.tongbao.escalation.notice.usecase.ChangedNotice;
import org.tongbao.escalation.notice.usecase.NoticeHeader;
import org.tongbao.escalation.notice.usecase.StoredNotice;
import org.tongbao.platform.outbox.Outbox;
import org.tongbao.platform.sql.Sql;

/** Puts what changed into the words of the contracts and into the outbox, all rows of a change by one statement. */
@ApplicationScoped
class OutboxAnnouncements implements Announcements {
    private static final String INSERT_ALL = """
            insert into outbox (id, bucket, topic, subject, type, payload, exercise)
            select id::uuid, bucket::smallint, topic, subject, type, payload, exercise::boolean
            from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
                with ordinality as x(id, bucket, topic, subject, type, payload, exercise, position)
            order by position""";
    private static final String PHONE_ANSWERED = "PHONE_ANSWERED";
    private static final String REPLIED = "REPLIED";

    private final Outbox outbox;

    OutboxAnnouncements(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Uni<Void> changed(List<ChangedNotice> changes) {
        return insert(changes.stream()
                .flatMap(changed -> changed.changes().stream().flatMap(change -> row(changed.after(), change)))
                .toList());
    }

    @Override
    public Uni<Void> ended(List<EndedDelivery> deliveries) {
        return insert(deliveries.stream().map(this::row).toList());
    }

    private Outbox.Row row(EndedDelivery it) {
        var told = new Told(it.name(), it.role(), it.agency(), it.channel());
        var event = new DeliveryEnded(
                it.incidentId(), it.noticeId(), it.deliveryId(), told, it.outcome(), it.reason(), it.at());
        return outbox.row(EventTypes.DELIVERY_ENDED, event, it.exercise());
    }

    private Stream<Outbox.Row> row(StoredNotice stored, NoticeChange change) {
        Notice notice = stored.notice();
        NoticeHeader header = stored.header();
        String rule = notice.policy().rule().key();
        if (change instanceof NoticeChange.Opened it) {
            return Stream.of(outbox.row(
                    EventTypes.NOTICE_OPENED,
                    new NoticeOpened(
                            header.incidentId(),
                            notice.id(),
                            rule,
                            header.clause(),
                            notice.recipientAgency(),
                            header.openedAt(),
                            told(it.deliveries())),
                    header.exercise()));
        } else if (change instanceof NoticeChange.Escalated it) {
            int step = notice.policy()
                    .ladder()
                    .map(it.position()::number)
                    .orElse(it.position().step());
            return Stream.of(outbox.row(
                    EventTypes.NOTICE_ESCALATED,
                    new NoticeEscalated(
                            header.incidentId(),
                            notice.id(),
                            step,
                            it.because().name(),
                            it.at(),
                            told(it.deliveries())),
                    header.exercise()));
        } else if (change instanceof NoticeChange.Acknowledged it) {
            return Stream.of(outbox.row(
                    EventTypes.NOTICE_ACKNOWLEDGED,
                    new NoticeAcknowledged(
                            header.incidentId(),
                            notice.id(),
                            rule,
                            notice.recipientAgency(),
                            it.by().name(),
                            it.by().role(),
                            it.by().method().key(),
                            it.at()),
                    header.exercise()));
        } else if (change instanceof NoticeChange.Met it) {
            return Stream.of(outbox.row(
                    EventTypes.LATERAL_NOTICE_MET,
                    new LateralNoticeMet(
                            header.incidentId(),
                            notice.id(),
                            notice.recipientAgency(),
                            it.reply() == null ? PHONE_ANSWERED : REPLIED,
                            it.reply(),
                            it.at()),
                    header.exercise()));
        } else if (change instanceof NoticeChange.Ended it && it.reason() != EndReason.MET) {
            return Stream.of(outbox.row(
                    EventTypes.NOTICE_ENDED,
                    new NoticeEnded(
                            header.incidentId(),
                            notice.id(),
                            rule,
                            notice.recipientAgency(),
                            it.reason().name(),
                            it.at()),
                    header.exercise()));
        }
        return Stream.of();
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

    private Uni<Void> insert(List<Outbox.Row> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        outbox.announceAfterCommit();
        return Sql.update(
                        INSERT_ALL,
                        texts(rows.stream().map(it -> it.id().toString())),
                        texts(rows.stream().map(it -> Short.toString(it.bucket()))),
                        texts(rows.stream().map(Outbox.Row::topic)),
                        texts(rows.stream().map(Outbox.Row::subject)),
                        texts(rows.stream().map(Outbox.Row::type)),
                        texts(rows.stream().map(Outbox.Row::payload)),
                        texts(rows.stream().map(it -> Boolean.toString(it.exercise()))))
                .replaceWithVoid();
    }

    private static Object texts(Stream<String> values) {
        return values.toArray(String[]::new);
    }
}
