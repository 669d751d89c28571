package org.tongbao.contacts.agency.domain;

import org.tongbao.contacts.domain.EffectiveTime;
import org.tongbao.contacts.domain.Precondition;
import org.tongbao.contacts.ledger.domain.Requested;

/**
 * An agency as somebody wants it.
 *
 * @param place JSON pointer of the agency in the body, empty when it is the body
 */
public record RequestedAgency(String place, Agency agency, Precondition precondition, EffectiveTime effectiveTime)
        implements Requested<RequestedAgency> {
    public RequestedAgency(String place, Agency agency, Precondition precondition) {
        this(place, agency, precondition, EffectiveTime.NOW);
    }

    @Override
    public RequestedAgency unconditional() {
        return new RequestedAgency(place, agency, Precondition.ANYTHING, effectiveTime);
    }
}
