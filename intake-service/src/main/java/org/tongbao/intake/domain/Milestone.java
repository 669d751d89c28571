package org.tongbao.intake.domain;

import org.tongbao.contracts.procedure.Anchor;

/** What a response reaches, in this order. */
public enum Milestone {
    INITIALLY_CONTAINED(Anchor.INITIALLY_CONTAINED),
    CONTAINED(Anchor.CONTAINED),
    RECOVERED(Anchor.RECOVERED);

    private final Anchor anchor;

    Milestone(Anchor anchor) {
        this.anchor = anchor;
    }

    public Anchor anchor() {
        return anchor;
    }
}
