package org.tongbao.review.review.domain;

import java.util.Set;

/** A decision that cannot be taken, with everything that is wrong with it. */
public final class InvalidDecision extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Set<DecisionFault> faults;

    InvalidDecision(Set<DecisionFault> faults) {
        super(faults.toString(), null, false, false);
        this.faults = faults;
    }

    public Set<DecisionFault> faults() {
        return faults;
    }
}
