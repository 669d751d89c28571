package org.tongbao.contacts.domain.agency;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.tongbao.contacts.domain.Expectation;
import org.tongbao.contacts.domain.Fault;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.ledger.Draft;
import org.tongbao.contacts.domain.ledger.Forecast;
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
        return forecast(registry, Forecast.upTo(instant, units(pending))).after();
    }

    /** What would not be possible any more without this pending change. */
    public void withdraw(UUID change) {
        List<Line> others =
                pending.stream().filter(it -> !it.change().equals(change)).toList();
        forecast(registry, units(others)).mustBreakNoMoreThan(forecast(registry, units(pending)), "");
    }

    // What was said late stands in the ledger even where the directory says so already.
    private boolean leavesATrace(Proposal proposal) {
        return proposal.timing().isPast(now) || !registry.saysAlready(proposal.agency());
    }

    private Draft draft(Proposal proposal, boolean overtaken) {
        Agency agency = proposal.agency();
        return Draft.of(
                agency.code(), Agency.LEDGER_KIND, agency.code().value(), agency, proposal.timing(), now, overtaken);
    }

    private List<Draft> ahead(Registry after, List<Proposal> later, String place) {
        if (later.isEmpty() && pending.isEmpty()) {
            return List.of();
        }
        later.forEach(registry::checkExpectation);
        List<Proposal> proposals = later.stream()
                .map(it -> new Proposal(it.place(), it.agency(), Expectation.ANYTHING, it.timing()))
                .toList();
        var forecast = forecast(after, Forecast.with(units(pending), proposals, it -> it.timing()
                .from(now)));
        forecast.mustBreakNoMoreThan(forecast(registry, units(pending)), place);
        return forecast.drafts();
    }

    private static List<Forecast.Unit<Proposal>> units(List<Line> lines) {
        return Forecast.pending(lines, RegistryTimeline::proposals);
    }

    private Forecast<Registry> forecast(Registry start, List<Forecast.Unit<Proposal>> units) {
        return Forecast.of(start, units, this::apply);
    }

    private Forecast.Applied<Registry> apply(Registry before, Forecast.Unit<Proposal> unit) {
        AgencyCode filer = Optional.ofNullable(unit.filedBy())
                .flatMap(it -> AgencyCode.parse(it.agency()))
                .orElse(by);
        before.change(unit.requests(), filer, isProcedure);
        List<Draft> drafts = unit.requests().stream()
                .filter(it -> !before.saysAlready(it.agency()))
                .map(it -> draft(it, false))
                .toList();
        return new Forecast.Applied<>(
                before.with(unit.requests().stream().map(Proposal::agency).toList()), drafts);
    }

    /** What lines of the ledger want, to be held against the rules once more when their time comes. */
    public static List<Proposal> proposals(List<Line> lines) {
        return lines.stream()
                .filter(it -> it.fact() instanceof Agency)
                .map(it -> new Proposal("", (Agency) Objects.requireNonNull(it.fact()), Expectation.ANYTHING))
                .toList();
    }
}
