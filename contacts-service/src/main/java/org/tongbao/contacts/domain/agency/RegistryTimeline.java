package org.tongbao.contacts.domain.agency;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.tongbao.contacts.domain.Expectation;
import org.tongbao.contacts.domain.Fault;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.ledger.Draft;
import org.tongbao.contacts.domain.ledger.Line;

/**
 * The agencies from now on: what is in force, what is filed for later, and what one more filing does to both.
 *
 * @param registry must know every agency that the pending lines and the proposals name
 * @param pending in the order in which it takes effect
 */
public record RegistryTimeline(
        Registry registry, List<Line> pending, AgencyCode by, Predicate<String> isProcedure, Instant now) {
    /**
     * @param now what changes at once
     * @param drafts the lines to write
     */
    public record Outcome(Registry.Outcome now, List<Draft> drafts) {}

    /** Agencies filed for one instant at once. */
    private record Unit(Instant at, AgencyCode by, List<Proposal> proposals, String called) {
        List<Agency> agencies() {
            return proposals.stream().map(Proposal::agency).toList();
        }
    }

    /**
     * Files all of them or refuses all of them.
     *
     * @param overtaken agencies of which something filed for later than these proposals say is in force already
     */
    public Outcome file(List<Proposal> proposals, Set<AgencyCode> overtaken) {
        Refused.whenAny(proposals.stream()
                .filter(it -> it.timing().lacksReason(now))
                .map(it -> Fault.at(it.place() + "/reason", Fault.Reason.REASON_MISSING))
                .toList());
        List<Proposal> atOnce = proposals.stream()
                .filter(it -> !it.timing().isPending(now)
                        && !overtaken.contains(it.agency().code()))
                .toList();
        Registry.Outcome outcome = registry.change(atOnce, by, isProcedure);
        Registry after = registry.with(atOnce.stream()
                .map(Proposal::agency)
                .filter(it -> !registry.saysAlready(it))
                .toList());
        List<Draft> drafts = new ArrayList<>();
        proposals.stream()
                .filter(it -> !it.timing().isPending(now) && leavesATrace(it))
                .forEach(it ->
                        drafts.add(draft(it, overtaken.contains(it.agency().code()))));
        drafts.addAll(ahead(
                after,
                proposals.stream().filter(it -> it.timing().isPending(now)).toList(),
                proposals.isEmpty() ? "" : proposals.get(0).place()));
        return new Outcome(outcome, drafts);
    }

    /** The agencies as they will be at an instant. */
    public Registry at(Instant instant) {
        return run(
                        registry,
                        units().stream().filter(it -> !it.at().isAfter(instant)).toList())
                .after();
    }

    /** What would not be possible any more without this pending change. */
    public void withdraw(UUID change) {
        var without = new RegistryTimeline(
                registry,
                pending.stream().filter(it -> !it.change().equals(change)).toList(),
                by,
                isProcedure,
                now);
        Refused.whenAny(broken(without.run(registry, without.units()), run(registry, units()), ""));
    }

    // What was said late stands in the ledger even where the directory says so already.
    private boolean leavesATrace(Proposal proposal) {
        return proposal.timing().isPast(now) || !registry.saysAlready(proposal.agency());
    }

    private Draft draft(Proposal proposal, boolean overtaken) {
        Agency agency = proposal.agency();
        return Draft.of(
                agency.code(),
                Agency.LEDGER_KIND,
                agency.code().value(),
                agency,
                proposal.timing(),
                now,
                overtaken);
    }

    private List<Draft> ahead(Registry after, List<Proposal> later, String place) {
        if (later.isEmpty() && pending.isEmpty()) {
            return List.of();
        }
        later.forEach(registry::checkExpectation);
        List<Unit> units = new ArrayList<>(units());
        Map<Instant, List<Proposal>> byTime = new TreeMap<>();
        later.forEach(it -> byTime.computeIfAbsent(it.timing().from(now), ignored -> new ArrayList<>())
                .add(new Proposal(it.place(), it.agency(), Expectation.ANYTHING, it.timing())));
        byTime.forEach((at, proposals) -> units.add(new Unit(at, by, proposals, "")));
        Run run = run(after, units);
        Refused.whenAny(broken(run, run(registry, units()), place));
        return run.drafts();
    }

    private record Run(Map<String, Instant> refused, List<Draft> drafts, Registry after) {}

    /** Lets everything take effect in its order; what is new must pass, what was pending before is only noted. */
    private Run run(Registry start, List<Unit> unordered) {
        Map<String, Instant> refused = new LinkedHashMap<>();
        List<Draft> drafts = new ArrayList<>();
        Registry ahead = start;
        List<Unit> units = new ArrayList<>(unordered);
        // Stable: of the same instant, what was filed first comes first.
        units.sort(Comparator.comparing(Unit::at));
        for (Unit unit : units) {
            try {
                ahead.change(unit.proposals(), unit.by(), isProcedure);
            } catch (Refused no) {
                if (unit.called().isEmpty()) {
                    throw no;
                }
                refused.put(unit.called(), unit.at());
                continue;
            }
            if (unit.called().isEmpty()) {
                Registry before = ahead;
                unit.proposals().stream()
                        .filter(it -> !before.saysAlready(it.agency()))
                        .forEach(it -> drafts.add(draft(it, false)));
            }
            ahead = ahead.with(unit.agencies());
        }
        return new Run(refused, drafts, ahead);
    }

    private static List<Fault> broken(Run with, Run without, String place) {
        Set<String> broken = new HashSet<>(with.refused().keySet());
        broken.removeAll(without.refused().keySet());
        return broken.stream()
                .sorted()
                .map(it -> new Fault(
                        place,
                        Fault.Reason.BREAKS_WHAT_IS_PENDING,
                        it + " " + with.refused().get(it)))
                .toList();
    }

    private List<Unit> units() {
        Map<UUID, List<Line>> changes = new LinkedHashMap<>();
        pending.forEach(it -> changes.computeIfAbsent(it.change(), ignored -> new ArrayList<>())
                .add(it));
        return changes.entrySet().stream()
                .map(it -> unit(it.getKey(), it.getValue()))
                .toList();
    }

    private Unit unit(UUID change, List<Line> lines) {
        return new Unit(
                lines.get(0).effectiveFrom(),
                AgencyCode.parse(lines.get(0).filedBy().agency()).orElse(by),
                proposals(lines),
                change.toString());
    }

    /** What lines of the ledger want, to be held against the rules once more when their time comes. */
    public static List<Proposal> proposals(List<Line> lines) {
        return lines.stream()
                .filter(it -> it.fact() instanceof Agency)
                .map(it -> new Proposal("", (Agency) Objects.requireNonNull(it.fact()), Expectation.ANYTHING))
                .toList();
    }
}
