package org.tongbao.contacts.duty.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.people.domain.BookItem;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.contracts.procedure.Role;

/**
 * 換班: a contact offers duty to a partner, in return for the partner's or for nothing. It counts once the partner has accepted,
 * and only where the one whose duty it was is on duty.
 *
 * @param contact who offers
 * @param give duty of the contact that the partner takes over
 * @param take duty of the partner that the contact takes over, null for none
 */
public record DutySwap(
        Role role,
        UUID contact,
        UUID partner,
        Interval give,
        @Nullable Interval take,
        State state) implements BookItem {
    /** The partner's answer. */
    public enum State implements Keyed {
        PROPOSED,
        ACCEPTED,
        REFUSED
    }

    public DutySwap decided(State decision) {
        return new DutySwap(role, contact, partner, give, take, decision);
    }

    @Override
    public boolean hasEnded(Instant now) {
        return !give.until().isAfter(now) && (take == null || !take.until().isAfter(now));
    }

    @Override
    public boolean needs(UUID person, Instant now) {
        return state != State.REFUSED && (contact.equals(person) || partner.equals(person));
    }
}
