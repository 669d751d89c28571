package org.tongbao.escalation.incident.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Condition;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.MetBy;
import org.tongbao.contracts.procedure.Procedure;

/**
 * What this service keeps of an incident: enough to know whom to notify, and no content.
 *
 * @param agency that reported it
 * @param level on record
 * @param tlp TLP 2.0 mark
 * @param dueTimes of obligations that a notice may name, by key
 */
public record Incident(
        UUID id,
        String number,
        String agency,
        Level level,
        String tlp,
        String procedureHash,
        boolean exercise,
        boolean stateSecret,
        Set<Condition> conditions,
        Map<String, Instant> dueTimes) {
    private static final String RED = "RED";

    public Incident {
        conditions = Set.copyOf(conditions);
        dueTimes = Map.copyOf(dueTimes);
    }

    /** When the obligation is due that this entry meets. */
    public @Nullable Instant dueAt(Procedure procedure, MetBy entry) {
        return procedure
                .obligationMetBy(entry)
                .map(obligation -> dueTimes.get(obligation.key()))
                .orElse(null);
    }

    /** TLP:RED and 國家機密 never go by mail. */
    public boolean phoneOnly() {
        return stateSecret || tlp.equals(RED);
    }
}
