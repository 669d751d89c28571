package org.tongbao.review.domain;

import java.util.Set;

/** A verdict that cannot be taken, with everything that is wrong with it. */
public final class WrongVerdict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Set<VerdictFault> faults;

    WrongVerdict(Set<VerdictFault> faults) {
        super(faults.toString(), null, false, false);
        this.faults = faults;
    }

    public Set<VerdictFault> faults() {
        return faults;
    }
}
