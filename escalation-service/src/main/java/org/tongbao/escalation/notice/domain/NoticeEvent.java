package org.tongbao.escalation.notice.domain;

import java.util.UUID;
import org.tongbao.contracts.procedure.Channel;
import org.tongbao.contracts.procedure.Level;

/** What a notice reacts to. */
public sealed interface NoticeEvent {
    /** Its due time may have come. */
    record TimePassed() implements NoticeEvent {}

    /** A recipient acknowledged. */
    record Acknowledged(UUID contact, AcknowledgementMethod method) implements NoticeEvent {}

    /** The agency acknowledged in a portal, by somebody who need not be a recipient. */
    record AcknowledgedByAgency(String name, String role, String agency) implements NoticeEvent {}

    /** A relay accepted the message, or the person answered the phone. */
    record DeliverySucceeded(UUID contact, LadderPosition position, Channel channel) implements NoticeEvent {}

    /** This channel will not reach the recipient. */
    record DeliveryFailed(UUID contact, LadderPosition position, Channel channel, EscalationReason because)
            implements NoticeEvent {}

    /** No relay has accepted it for minutes. */
    record DeliveryDelayed(UUID contact, LadderPosition position) implements NoticeEvent {}

    /** The recipient answered the phone, with the code or without. */
    record CallAnswered(UUID contact, LadderPosition position, AcknowledgementMethod method) implements NoticeEvent {}

    /** The affected agency said whether it is affected. */
    record LateralReplied(String name, String role, String reply) implements NoticeEvent {}

    /** The duty desk decided what the notice asks. */
    record ConfirmationDecided(String name, String role, String agency, boolean confirmed) implements NoticeEvent {}

    record LevelChanged(Level level) implements NoticeEvent {}

    /** What it asked for is done. */
    record Resolved() implements NoticeEvent {}

    /** Something was done after the acknowledgement. */
    record Progressed() implements NoticeEvent {}
}
