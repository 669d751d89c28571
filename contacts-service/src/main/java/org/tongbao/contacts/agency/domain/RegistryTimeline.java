package org.tongbao.contacts.agency.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Precondition;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.ValidationError;
import org.tongbao.contacts.ledger.domain.Author;
import org.tongbao.contacts.ledger.domain.LedgerEntry;
import org.tongbao.contacts.ledger.domain.NewLedgerEntry;
import org.tongbao.contacts.ledger.domain.Timeline;

/** The agencies from now on. */
public final class RegistryTimeline extends Timeline<Registry, RequestedAgency> {
    private final AgencyCode by;
    private final Predicate<String> isProcedure;

    /**
     * @param registry must know every agency that the pending entries and the requestedAgencies name
     * @param pending in the order in which it takes effect
     */
    public RegistryTimeline(
            Registry registry, List<LedgerEntry> pending, AgencyCode by, Predicate<String> isProcedure, Instant now) {
        super(registry, pending, now);
        this.by = by;
        this.isProcedure = isProcedure;
    }

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
        Registry.Outcome outcome = state.change(atOnce, by, isProcedure);
        Registry after = state.with(atOnce.stream()
                .map(RequestedAgency::agency)
                .filter(it -> !state.saysAlready(it))
                .toList());
        List<NewLedgerEntry> newEntries = new ArrayList<>();
        requestedAgencies.stream()
                .filter(it -> !it.effectiveTime().isPending(now) && leavesATrace(it))
                .forEach(it -> newEntries.add(
                        newEntry(it, superseded.contains(it.agency().code()))));
        List<RequestedAgency> later = requestedAgencies.stream()
                .filter(it -> it.effectiveTime().isPending(now))
                .toList();
        later.forEach(state::checkPrecondition);
        newEntries.addAll(ahead(
                state,
                after,
                later,
                requestedAgencies.isEmpty() ? "" : requestedAgencies.get(0).place()));
        return new Outcome(outcome, newEntries);
    }

    // What was filed late stands in the ledger even where the directory says so already.
    private boolean leavesATrace(RequestedAgency requestedAgency) {
        return requestedAgency.effectiveTime().isPast(now) || !state.saysAlready(requestedAgency.agency());
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

    @Override
    protected List<RequestedAgency> wanted(List<LedgerEntry> entries) {
        return requestedAgencies(entries);
    }

    @Override
    protected Applied<Registry> apply(
            Registry before, List<RequestedAgency> requests, Instant at, @Nullable Author filedBy) {
        AgencyCode filer = Optional.ofNullable(filedBy)
                .flatMap(it -> AgencyCode.parse(it.agency()))
                .orElse(by);
        before.change(requests, filer, isProcedure);
        List<NewLedgerEntry> newEntries = requests.stream()
                .filter(it -> !before.saysAlready(it.agency()))
                .map(it -> newEntry(it, false))
                .toList();
        return new Applied<>(
                before.with(requests.stream().map(RequestedAgency::agency).toList()), newEntries);
    }

    /** What entries of the ledger want, to be held against the rules once more when their time comes. */
    public static List<RequestedAgency> requestedAgencies(List<LedgerEntry> entries) {
        return entries.stream()
                .filter(it -> it.fact() instanceof Agency)
                .map(it -> new RequestedAgency("", (Agency) Objects.requireNonNull(it.fact()), Precondition.ANYTHING))
                .toList();
    }
}
