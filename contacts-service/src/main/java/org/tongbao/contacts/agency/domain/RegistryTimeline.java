package org.tongbao.contacts.agency.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.tongbao.contacts.domain.Precondition;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.ValidationError;
import org.tongbao.contacts.ledger.domain.Forecast;
import org.tongbao.contacts.ledger.domain.LedgerEntry;
import org.tongbao.contacts.ledger.domain.NewLedgerEntry;

/**
 * The agencies from now on: what is in force, what is filed for later, and what one more filing does to both.
 *
 * @param registry must know every agency that the pending entries and the requestedAgencies name
 * @param pending in the order in which it takes effect
 */
public record RegistryTimeline(
        Registry registry, List<LedgerEntry> pending, AgencyCode by, Predicate<String> isProcedure, Instant now) {
    /**
     * @param now what changes at once
     * @param newEntries the entries to write
     */
    public record Outcome(Registry.Outcome now, List<NewLedgerEntry> newEntries) {}

    /**
     * Files all of them or refuses all of them.
     *
     * @param superseded agencies of which something filed for later than these requestedAgencies say is in force already
     */
    public Outcome file(List<RequestedAgency> requestedAgencies, Set<AgencyCode> superseded) {
        Refused.whenAny(requestedAgencies.stream()
                .filter(it -> it.effectiveTime().lacksReason(now))
                .map(it -> ValidationError.at(it.place() + "/reason", ValidationError.Reason.REASON_MISSING))
                .toList());
        List<RequestedAgency> atOnce = requestedAgencies.stream()
                .filter(it -> !it.effectiveTime().isPending(now)
                        && !superseded.contains(it.agency().code()))
                .toList();
        Registry.Outcome outcome = registry.change(atOnce, by, isProcedure);
        Registry after = registry.with(atOnce.stream()
                .map(RequestedAgency::agency)
                .filter(it -> !registry.saysAlready(it))
                .toList());
        List<NewLedgerEntry> newEntries = new ArrayList<>();
        requestedAgencies.stream()
                .filter(it -> !it.effectiveTime().isPending(now) && leavesATrace(it))
                .forEach(it -> newEntries.add(
                        newEntry(it, superseded.contains(it.agency().code()))));
        newEntries.addAll(ahead(
                after,
                requestedAgencies.stream()
                        .filter(it -> it.effectiveTime().isPending(now))
                        .toList(),
                requestedAgencies.isEmpty() ? "" : requestedAgencies.get(0).place()));
        return new Outcome(outcome, newEntries);
    }

    /** The agencies as they will be at an instant. */
    public Registry at(Instant instant) {
        return forecast(registry, Forecast.upTo(instant, units(pending))).after();
    }

    /** What would not be possible any more without this pending change. */
    public void withdraw(UUID change) {
        List<LedgerEntry> others =
                pending.stream().filter(it -> !it.change().equals(change)).toList();
        forecast(registry, units(others)).mustBreakNoMoreThan(forecast(registry, units(pending)), "");
    }

    // What was filed late stands in the ledger even where the directory says so already.
    private boolean leavesATrace(RequestedAgency requestedAgency) {
        return requestedAgency.effectiveTime().isPast(now) || !registry.saysAlready(requestedAgency.agency());
    }

    private NewLedgerEntry newEntry(RequestedAgency requestedAgency, boolean superseded) {
        Agency agency = requestedAgency.agency();
        return NewLedgerEntry.of(
                agency.code(),
                Agency.LEDGER_KIND,
                agency.code().value(),
                agency,
                requestedAgency.effectiveTime(),
                now,
                superseded);
    }

    private List<NewLedgerEntry> ahead(Registry after, List<RequestedAgency> later, String place) {
        if (later.isEmpty() && pending.isEmpty()) {
            return List.of();
        }
        later.forEach(registry::checkPrecondition);
        List<RequestedAgency> requestedAgencies = later.stream()
                .map(it -> new RequestedAgency(it.place(), it.agency(), Precondition.ANYTHING, it.effectiveTime()))
                .toList();
        var forecast = forecast(after, Forecast.with(units(pending), requestedAgencies, it -> it.effectiveTime()
                .from(now)));
        forecast.mustBreakNoMoreThan(forecast(registry, units(pending)), place);
        return forecast.newEntries();
    }

    private static List<Forecast.Unit<RequestedAgency>> units(List<LedgerEntry> entries) {
        return Forecast.pending(entries, RegistryTimeline::requestedAgencies);
    }

    private Forecast<Registry> forecast(Registry start, List<Forecast.Unit<RequestedAgency>> units) {
        return Forecast.of(start, units, this::apply);
    }

    private Forecast.Applied<Registry> apply(Registry before, Forecast.Unit<RequestedAgency> unit) {
        AgencyCode filer = Optional.ofNullable(unit.filedBy())
                .flatMap(it -> AgencyCode.parse(it.agency()))
                .orElse(by);
        before.change(unit.requests(), filer, isProcedure);
        List<NewLedgerEntry> newEntries = unit.requests().stream()
                .filter(it -> !before.saysAlready(it.agency()))
                .map(it -> newEntry(it, false))
                .toList();
        return new Forecast.Applied<>(
                before.with(
                        unit.requests().stream().map(RequestedAgency::agency).toList()),
                newEntries);
    }

    /** What entries of the ledger want, to be held against the rules once more when their time comes. */
    public static List<RequestedAgency> requestedAgencies(List<LedgerEntry> entries) {
        return entries.stream()
                .filter(it -> it.fact() instanceof Agency)
                .map(it -> new RequestedAgency("", (Agency) Objects.requireNonNull(it.fact()), Precondition.ANYTHING))
                .toList();
    }
}
