package org.tongbao.escalation.notice.domain;

import java.util.Optional;
import org.tongbao.contracts.procedure.Ladder;
import org.tongbao.contracts.procedure.NoticeRule;
import org.tongbao.contracts.procedure.NoticeRule.Proof;
import org.tongbao.contracts.procedure.Relation;
import org.tongbao.escalation.lateral.domain.LateralConfirmation;

/**
 * A notice rule with its ladder, of the procedure version that the incident was opened under.
 *
 * @param ladder empty for an information
 */
public record EscalationPolicy(NoticeRule rule, Optional<Ladder> ladder) {
    public boolean information() {
        return ladder.isEmpty();
    }

    /** 橫向通報: for an affected agency, which must answer the phone or reply. */
    public boolean lateral() {
        return rule.to().contains(Relation.AFFECTED);
    }

    /** Asks for a decision, which alone ends it. */
    public boolean asksForDecision() {
        return rule.key().equals(LateralConfirmation.KEY);
    }

    boolean provedBy(Proof proof) {
        return rule.proof().contains(proof);
    }

    Ladder requiredLadder() {
        return ladder.orElseThrow(() -> new IllegalStateException("an information has no ladder"));
    }
}
