package org.tongbao.intake.obligation.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.tongbao.contracts.procedure.MetBy;
import org.tongbao.contracts.procedure.Obligation;

/** 義務: everything that one incident owes. */
public final class IncidentObligations {
    private static final Comparator<IncidentObligation> PROCEDURE_ORDER =
            Comparator.comparingInt(it -> it.rule().position());

    private final Map<String, IncidentObligation> byKey = new LinkedHashMap<>();

    public IncidentObligations(List<IncidentObligation> obligations) {
        obligations.stream().sorted(PROCEDURE_ORDER).forEach(it -> byKey.put(it.key(), it));
    }

    /**
     * Recomputes every limit, always from the original anchors, so a new limit may have passed already.
     *
     * @param rules of the procedure, in its order
     * @param applying the rules that apply now
     * @return the limits that moved
     */
    public List<MovedLimit> recompute(List<Obligation> rules, List<Obligation.Open> applying, Instant now) {
        List<MovedLimit> moved = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Obligation.Open open : applying) {
            keys.add(open.key());
            IncidentObligation before = byKey.get(open.key());
            IncidentObligation after = before == null
                    ? IncidentObligation.open(open, rules.indexOf(open.obligation()), now)
                    : before.recompute(open, now);
            byKey.put(after.key(), after);
            if (before == null || !Objects.equals(before.dueAt(), after.dueAt())) {
                moved.add(new MovedLimit(after.key(), after.dueAt(), after.passed(now)));
            }
        }
        byKey.replaceAll((key, it) -> keys.contains(key) ? it : it.lapse(now));
        return moved;
    }

    /**
     * Meets every obligation that waits for this.
     *
     * @return those that are met by it now
     */
    public List<IncidentObligation> meet(MetBy what, Instant at) {
        return List.copyOf(byKey.values()).stream()
                .filter(it -> it.metBy() == what)
                .flatMap(it -> meet(it, at).stream())
                .toList();
    }

    /** The same for one rule only, where several rules are met by the same kind of entry. */
    public List<IncidentObligation> meet(MetBy what, String key, Instant at) {
        IncidentObligation owed = byKey.get(key);
        return owed == null || owed.metBy() != what
                ? List.of()
                : meet(owed, at).stream().toList();
    }

    private Optional<IncidentObligation> meet(IncidentObligation owed, Instant at) {
        IncidentObligation met = owed.meet(at);
        byKey.put(met.key(), met);
        return met == owed ? Optional.empty() : Optional.of(met);
    }

    /** The limit set by the service that owns the clock. */
    public void setOwnersLimit(MetBy what, Instant due) {
        change(what, it -> it.withOwnersLimit(due));
    }

    /** The service that owns the clock missed the limit. */
    public void miss(MetBy what) {
        change(what, IncidentObligation::miss);
    }

    private void change(MetBy what, UnaryOperator<IncidentObligation> change) {
        byKey.replaceAll((key, it) -> it.metBy() == what ? change.apply(it) : it);
    }

    /** The clause of the first obligation that is met by this. */
    public Optional<String> clauseOf(MetBy what) {
        return inOrder().stream().filter(it -> it.metBy() == what).findFirst().map(IncidentObligation::clause);
    }

    /** In the procedure's order. */
    public List<IncidentObligation> inOrder() {
        return byKey.values().stream().sorted(PROCEDURE_ORDER).toList();
    }
}
