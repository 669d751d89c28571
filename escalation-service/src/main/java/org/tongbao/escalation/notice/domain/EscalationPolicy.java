package org.tongbao.escalation.notice.domain;

import java.util.Optional;
import org.tongbao.contracts.procedure.Ladder;
import org.tongbao.contracts.procedure.NoticeRule;
import org.tongbao.contracts.procedure.NoticeRule.Proof;
import org.tongbao.contracts.procedure.Relation;

/**
 * A notice rule with its ladder, of the procedure version that the incident was opened under.
 *
 * @param ladder empty for an information
 * @param asksForDecision whether only a decision ends it
 */
public record EscalationPolicy(NoticeRule rule, Optional<Ladder> ladder, boolean asksForDecision) {
    public EscalationPolicy(NoticeRule rule, Optional<Ladder> ladder) {
        this(rule, ladder, false);
    }

    public boolean information() {
        return ladder.isEmpty();
    }

    /** 橫向通報: for an affected agency, which must answer the phone or reply. */
    public boolean lateral() {
        return rule.to().contains(Relation.AFFECTED);
    }

    boolean provedBy(Proof proof) {
        return rule.proof().contains(proof);
    }

    /** Whether an acknowledgement ends the ladder; where it does not, it holds it for one wait. */
    boolean acknowledgementSuffices() {
        return !lateral() && !asksForDecision || provedBy(Proof.ACKNOWLEDGED);
    }

    Ladder requiredLadder() {
        return ladder.orElseThrow(() -> new IllegalStateException("an information has no ladder"));
    }
}
