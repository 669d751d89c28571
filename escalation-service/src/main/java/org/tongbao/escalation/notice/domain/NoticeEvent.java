package org.tongbao.escalation.notice.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.contracts.procedure.Channel;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.escalation.contact.domain.DirectorySnapshot;
import org.tongbao.escalation.notice.domain.Acknowledger.EnteredBy;
import org.tongbao.escalation.notice.domain.Delivery.State;

/** What a notice reacts to. A new event does not compile until it says what it does. */
public sealed interface NoticeEvent {
    Decision applyTo(Notice notice, DirectorySnapshot directory, Instant now);

    /** Its due time may have come. */
    record TimePassed() implements NoticeEvent {
        @Override
        public Decision applyTo(Notice notice, DirectorySnapshot directory, Instant now) {
            return new Escalation(notice, directory, now).timePassed();
        }
    }

    /** A recipient acknowledged, himself or by what he said on the phone. */
    record Acknowledged(UUID contact, AcknowledgementMethod method, Optional<EnteredBy> enteredBy)
            implements NoticeEvent {
        @Override
        public Decision applyTo(Notice notice, DirectorySnapshot directory, Instant now) {
            return new Acknowledging(notice, now).byRecipient(this);
        }
    }

    /** The agency acknowledged in a portal, by somebody who need not be a recipient. */
    record AcknowledgedByAgency(String name, String role, String agency) implements NoticeEvent {
        @Override
        public Decision applyTo(Notice notice, DirectorySnapshot directory, Instant now) {
            return new Acknowledging(notice, now).byAgency(this);
        }
    }

    /** A relay accepted the message, or the person answered the phone. */
    record DeliverySucceeded(UUID contact, LadderPosition position, Channel channel) implements NoticeEvent {
        @Override
        public Decision applyTo(Notice notice, DirectorySnapshot directory, Instant now) {
            Notice reached = notice.withState(contact, position, channel, State.REACHED);
            return new Escalation(reached, directory, now).endWhenInformed();
        }
    }

    /** This channel will not reach the recipient. */
    record DeliveryFailed(UUID contact, LadderPosition position, Channel channel, EscalationReason because)
            implements NoticeEvent {
        @Override
        public Decision applyTo(Notice notice, DirectorySnapshot directory, Instant now) {
            Notice failed = notice.withState(contact, position, channel, State.FAILED);
            return new Escalation(failed, directory, now).deliveryFailed(this);
        }
    }

    /** No relay has accepted it for minutes. */
    record DeliveryDelayed(UUID contact, LadderPosition position) implements NoticeEvent {
        @Override
        public Decision applyTo(Notice notice, DirectorySnapshot directory, Instant now) {
            return notice.policy().information()
                    ? notice.unchanged()
                    : new Escalation(notice, directory, now).addPhoneCall(contact, position);
        }
    }

    /** The recipient answered the phone, with the code or without. */
    record CallAnswered(UUID contact, LadderPosition position, AcknowledgementMethod method, EnteredBy enteredBy)
            implements NoticeEvent {
        @Override
        public Decision applyTo(Notice notice, DirectorySnapshot directory, Instant now) {
            Notice reached = notice.withState(contact, position, Channel.PHONE_TASK, State.REACHED);
            return notice.policy().information()
                    ? new Escalation(reached, directory, now).endWhenInformed()
                    : new Acknowledging(reached, now).callAnswered(this);
        }
    }

    /** The affected agency said whether it is affected. */
    record LateralReplied(String name, String role, String reply) implements NoticeEvent {
        @Override
        public Decision applyTo(Notice notice, DirectorySnapshot directory, Instant now) {
            return new Acknowledging(notice, now).lateralReplied(this);
        }
    }

    /** The duty desk decided what the notice asks. */
    record ConfirmationDecided(String name, String role, String agency, boolean confirmed) implements NoticeEvent {
        @Override
        public Decision applyTo(Notice notice, DirectorySnapshot directory, Instant now) {
            return new Acknowledging(notice, now).confirmationDecided(this);
        }
    }

    record LevelChanged(Level level) implements NoticeEvent {
        @Override
        public Decision applyTo(Notice notice, DirectorySnapshot directory, Instant now) {
            return notice.levelChanged(level, now);
        }
    }

    /** What it asked for is done. */
    record Resolved() implements NoticeEvent {
        @Override
        public Decision applyTo(Notice notice, DirectorySnapshot directory, Instant now) {
            return notice.resolved(now);
        }
    }

    /** Something was done after the acknowledgement. */
    record Progressed() implements NoticeEvent {
        @Override
        public Decision applyTo(Notice notice, DirectorySnapshot directory, Instant now) {
            return notice.progressed();
        }
    }
}
