package org.tongbao.escalation.domain;

import java.util.UUID;
import org.tongbao.contracts.procedure.Channel;

/**
 * One person told by one channel in one step; unique by step, loop, contact and channel.
 *
 * @param role key of the role he is told in
 * @param address how, as it was when he was told
 */
public record Telling(
        Person person, String role, ToldBecause because, Rung rung, Channel channel, String address, Reach reach) {

    /** How far it came. */
    public enum Reach {
        UNDER_WAY,
        /** Taken over by a relay, or answered: no proof yet that the person knows. */
        REACHED,
        FAILED,
        /** No longer needed. */
        SUPERSEDED
    }

    public UUID contact() {
        return person.contact();
    }

    Telling with(Reach other) {
        return new Telling(person, role, because, rung, channel, address, other);
    }

    Telling by(Channel other, String otherAddress) {
        return new Telling(person, role, because, rung, other, otherAddress, Reach.UNDER_WAY);
    }

    boolean is(UUID who, Rung at, Channel by) {
        return contact().equals(who) && rung.equals(at) && channel == by;
    }
}
