package org.tongbao.escalation.notice.domain;

import java.util.UUID;
import org.tongbao.contracts.procedure.Channel;
import org.tongbao.escalation.contact.domain.Person;
import org.tongbao.escalation.contact.domain.RecipientReason;

/**
 * One message to one recipient by one channel in one step; unique by step, loop, contact and channel.
 *
 * @param role key of the role he is notified in
 * @param address how, as it was then
 */
public record Delivery(
        Person person,
        String role,
        RecipientReason because,
        LadderPosition position,
        Channel channel,
        String address,
        State state) {

    /** How far it has come. */
    public enum State {
        IN_PROGRESS,
        /** Accepted by a relay, or answered: no proof yet that the person knows. */
        REACHED,
        FAILED,
        /** No longer needed. */
        SUPERSEDED
    }

    public UUID contact() {
        return person.contact();
    }

    Delivery with(State other) {
        return new Delivery(person, role, because, position, channel, address, other);
    }

    Delivery by(Channel other, String otherAddress) {
        return new Delivery(person, role, because, position, other, otherAddress, State.IN_PROGRESS);
    }

    boolean is(UUID who, LadderPosition at, Channel by) {
        return contact().equals(who) && position.equals(at) && channel == by;
    }
}
