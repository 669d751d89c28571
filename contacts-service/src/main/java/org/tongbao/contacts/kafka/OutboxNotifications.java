package org.tongbao.contacts.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.channel.domain.Channel;
import org.tongbao.contacts.duty.domain.DutyDifference;
import org.tongbao.contacts.duty.domain.Interval;
import org.tongbao.contacts.readiness.domain.Readiness;
import org.tongbao.contacts.readiness.domain.ReasonTexts;
import org.tongbao.contacts.readiness.usecase.ReadinessResults;
import org.tongbao.contacts.usecase.DirectoryNotifications;
import org.tongbao.contracts.event.Addressee;
import org.tongbao.contracts.event.AttestationDue;
import org.tongbao.contracts.event.CodeRequested;
import org.tongbao.contracts.event.DutyChanged;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.ReadinessReported;
import org.tongbao.contracts.event.ShiftStarting;
import org.tongbao.contracts.procedure.Role;
import org.tongbao.platform.outbox.Outbox;

/** Notifications, as events that escalation-service sends. */
@ApplicationScoped
class OutboxNotifications implements DirectoryNotifications {
    private final Outbox outbox;

    OutboxNotifications(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Uni<Void> code(Recipient to, Channel channel, String code, Instant validUntil) {
        return outbox.add(
                EventTypes.CODE_REQUESTED,
                new CodeRequested(agency(to), addressee(to, List.of(channel)), code, validUntil));
    }

    @Override
    public Uni<Void> shiftStarting(Recipient to, Role role, Interval interval, @Nullable String insteadOf) {
        return outbox.add(
                EventTypes.SHIFT_STARTING,
                new ShiftStarting(agency(to), addressee(to), role.key(), interval.from(), interval.until(), insteadOf));
    }

    @Override
    public Uni<Void> dutyChanged(Recipient to, DutyDifference difference) {
        return outbox.add(
                EventTypes.DUTY_CHANGED,
                new DutyChanged(agency(to), addressee(to), shifts(difference.added()), shifts(difference.removed())));
    }

    private static List<DutyChanged.Shift> shifts(List<DutyDifference.Shift> shifts) {
        return shifts.stream()
                .map(it -> new DutyChanged.Shift(
                        it.role().key(), it.interval().from(), it.interval().until()))
                .toList();
    }

    @Override
    public Uni<Void> attestationDue(Recipient to, Instant dueAt) {
        return outbox.add(EventTypes.ATTESTATION_DUE, new AttestationDue(agency(to), addressee(to), dueAt));
    }

    @Override
    public Uni<Void> readiness(Recipient to, Readiness own, ReadinessResults.Below below) {
        return outbox.add(
                EventTypes.READINESS_REPORTED,
                new ReadinessReported(
                        agency(to),
                        addressee(to),
                        own.score(),
                        own.reasons().stream().map(ReasonTexts::of).toList(),
                        below.worst().stream()
                                .map(it -> new ReadinessReported.Below(
                                        it.agency().value(), it.name(), it.nameEnglish(), it.score()))
                                .toList(),
                        below.count()));
    }

    private static String agency(Recipient to) {
        return to.agency().code().value();
    }

    private static Addressee addressee(Recipient to) {
        return addressee(to, to.person().channels());
    }

    private static Addressee addressee(Recipient to, List<Channel> channels) {
        return new Addressee(
                to.contact(),
                to.person().name(),
                to.person().language(),
                channels.stream()
                        .map(it -> new Addressee.Channel(it.type().key(), it.value()))
                        .toList(),
                to.agency().name(),
                to.agency().nameEnglish());
    }
}
