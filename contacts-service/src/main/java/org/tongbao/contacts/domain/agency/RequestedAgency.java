package org.tongbao.contacts.domain.agency;

import org.tongbao.contacts.domain.Precondition;
import org.tongbao.contacts.domain.EffectiveTime;

/**
 * An agency as somebody wants it.
 *
 * @param place JSON pointer of the agency in the body, empty when it is the body
 */
public record RequestedAgency(String place, Agency agency, Precondition precondition, EffectiveTime effectiveTime) {
    public RequestedAgency(String place, Agency agency, Precondition precondition) {
        this(place, agency, precondition, EffectiveTime.NOW);
    }
}
