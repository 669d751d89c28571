package org.tongbao.contacts.domain.agency;

import org.tongbao.contacts.domain.Expectation;
import org.tongbao.contacts.domain.Timing;

/**
 * An agency as somebody wants it.
 *
 * @param place JSON pointer of the agency in the body, empty when it is the body
 */
public record Proposal(String place, Agency agency, Expectation expectation, Timing timing) {
    public Proposal(String place, Agency agency, Expectation expectation) {
        this(place, agency, expectation, Timing.NOW);
    }
}
