package org.tongbao.escalation.directory.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.event.AttestationDue;
import org.tongbao.contracts.event.CodeRequested;
import org.tongbao.contracts.event.DirectoryMessage;
import org.tongbao.contracts.event.DutyChanged;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.ReadinessReported;
import org.tongbao.contracts.event.ShiftStarting;
import org.tongbao.escalation.directory.domain.Addressee;
import org.tongbao.escalation.directory.domain.DirectoryNotification;
import org.tongbao.escalation.directory.usecase.DirectoryMessages;
import org.tongbao.escalation.directory.usecase.NotifyAddressee;
import org.tongbao.platform.inbox.EventHandlers;
import org.tongbao.platform.inbox.Inbox;
import org.tongbao.platform.inbox.ReceivedEvent;

/** Events of the directory that call for a message. */
@ApplicationScoped
class DirectoryListener {
    private final Inbox inbox;
    private final NotifyAddressee notifyAddressee;
    private final EventHandlers handlers;

    DirectoryListener(Inbox inbox, NotifyAddressee notifyAddressee) {
        this.inbox = inbox;
        this.notifyAddressee = notifyAddressee;
        this.handlers = new EventHandlers()
                .on(EventTypes.CODE_REQUESTED, this::codeRequested)
                .on(EventTypes.SHIFT_STARTING, this::shiftStarting)
                .on(EventTypes.DUTY_CHANGED, this::dutyChanged)
                .on(EventTypes.ATTESTATION_DUE, this::attestationDue)
                .on(EventTypes.READINESS_REPORTED, this::readinessReported);
    }

    @Incoming("directory")
    Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        return inbox.receive("escalation.directory", message, handlers);
    }

    private Uni<Void> codeRequested(ReceivedEvent<CodeRequested> event) {
        CodeRequested it = event.payload();
        return queue(event, new DirectoryNotification.CodeRequested(it.validUntil()), it.code());
    }

    private Uni<Void> shiftStarting(ReceivedEvent<ShiftStarting> event) {
        ShiftStarting it = event.payload();
        return queue(
                event, new DirectoryNotification.ShiftStarting(it.role(), it.from(), it.until(), it.insteadOf()), null);
    }

    private Uni<Void> dutyChanged(ReceivedEvent<DutyChanged> event) {
        DutyChanged it = event.payload();
        return queue(event, new DirectoryNotification.DutyChanged(shifts(it.added()), shifts(it.removed())), null);
    }

    private static List<DirectoryNotification.Shift> shifts(List<DutyChanged.Shift> shifts) {
        return shifts.stream()
                .map(it -> new DirectoryNotification.Shift(it.role(), it.from(), it.until()))
                .toList();
    }

    private Uni<Void> attestationDue(ReceivedEvent<AttestationDue> event) {
        return queue(
                event, new DirectoryNotification.AttestationDue(event.payload().dueAt()), null);
    }

    private Uni<Void> readinessReported(ReceivedEvent<ReadinessReported> event) {
        ReadinessReported it = event.payload();
        var notification = new DirectoryNotification.ReadinessReported(
                it.score(),
                it.reasons(),
                it.below().stream()
                        .map(below -> new DirectoryNotification.Below(below.name(), below.nameEnglish(), below.score()))
                        .toList(),
                it.belowNotReady());
        return queue(event, notification, null);
    }

    private Uni<Void> queue(
            ReceivedEvent<? extends DirectoryMessage> event,
            DirectoryNotification notification,
            @Nullable String code) {
        DirectoryMessage it = event.payload();
        return notifyAddressee.queue(
                new DirectoryMessages.Message(event.id(), it.agency(), addressee(it.to()), notification, code));
    }

    private static Addressee addressee(org.tongbao.contracts.event.Addressee to) {
        return new Addressee(
                to.contact(),
                to.name(),
                to.language(),
                to.channels().stream()
                        .map(it -> new Addressee.Channel(it.type(), it.value()))
                        .toList(),
                to.agencyName(),
                to.agencyNameEnglish());
    }
}
