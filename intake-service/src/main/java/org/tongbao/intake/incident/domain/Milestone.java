package org.tongbao.intake.incident.domain;

import org.tongbao.contracts.procedure.Anchor;

/** The milestones of a response, in order. */
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
