package org.tongbao.intake.obligation.domain;

import java.util.List;
import org.tongbao.contracts.procedure.Anchor;
import org.tongbao.contracts.procedure.Force;
import org.tongbao.contracts.procedure.MetBy;
import org.tongbao.contracts.procedure.Obligation;
import org.tongbao.contracts.procedure.Owner;

/**
 * The rule of an obligation as one incident has it. Only the clause depends on the level.
 *
 * @param position in the procedure
 * @param percents of the limit at which it is warned of
 */
public record ObligationRule(
        String key,
        int position,
        Owner owner,
        String clause,
        Force force,
        Anchor anchor,
        MetBy metBy,
        List<Integer> percents) {
    public ObligationRule {
        percents = List.copyOf(percents);
    }

    static ObligationRule of(Obligation.Open open, int position) {
        Obligation rule = open.obligation();
        return new ObligationRule(
                rule.key(),
                position,
                rule.owner(),
                open.clause(),
                rule.force(),
                rule.anchor(),
                rule.metBy(),
                rule.warnings());
    }

    ObligationRule under(String otherClause) {
        return new ObligationRule(key, position, owner, otherClause, force, anchor, metBy, percents);
    }

    /** Whether its limit is timed here; the clock of another service is not. */
    boolean timedHere() {
        return owner == Owner.INTAKE;
    }
}
