package org.tongbao.escalation.notice.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.tongbao.contracts.event.DeliveryEnded;
import org.tongbao.contracts.event.EnteredBy;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.NoticeOpened.Told;
import org.tongbao.escalation.notice.domain.Acknowledger;
import org.tongbao.escalation.notice.usecase.Announcements;
import org.tongbao.escalation.notice.usecase.ChangedNotice;
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

    private final Outbox outbox;

    OutboxAnnouncements(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Uni<Void> changed(List<ChangedNotice> changes) {
        return insert(changes.stream()
                .flatMap(it -> events(it, new NoticeEvents(outbox, it.after())))
                .toList());
    }

    private static Stream<Outbox.Row> events(ChangedNotice changed, NoticeEvents events) {
        return changed.changes().stream().flatMap(change -> change.accept(events));
    }

    @Override
    public Uni<Void> ended(List<EndedDelivery> deliveries) {
        return insert(deliveries.stream().map(this::row).toList());
    }

    private Outbox.Row row(EndedDelivery it) {
        Acknowledger.EnteredBy by = it.enteredBy();
        var told = new Told(it.name(), it.role(), it.agency(), it.channel());
        var event = new DeliveryEnded(
                it.incidentId(),
                it.noticeId(),
                it.deliveryId(),
                told,
                it.outcome(),
                it.reason(),
                it.at(),
                by == null ? null : new EnteredBy(by.name(), by.agency()));
        return outbox.row(EventTypes.DELIVERY_ENDED, event, it.exercise());
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
