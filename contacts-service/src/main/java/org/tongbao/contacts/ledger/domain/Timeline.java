package org.tongbao.contacts.ledger.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.ValidationError;

/**
 * Agencies or a book from now on: what is in force, what is filed for later, and what becomes of it when it takes effect in its
 * order, each tried out on what the one before leaves.
 *
 * @param <S> the state that changes
 * @param <R> what is wanted of it
 */
public abstract class Timeline<S, R extends Requested<R>> {
    protected final S state;
    protected final Instant now;
    private final List<LedgerEntry> pending;

    /** @param pending in the order in which it takes effect */
    protected Timeline(S state, List<LedgerEntry> pending, Instant now) {
        this.state = state;
        this.pending = pending;
        this.now = now;
    }

    /** What a unit makes of the state before it, and the entries that stand for it. */
    public record Applied<S>(S after, List<NewLedgerEntry> newEntries) {}

    /**
     * What is filed for one instant at once.
     *
     * @param change empty for what is filed just now
     * @param filedBy null for what is filed just now
     */
    private record Unit<R>(
            Instant at,
            List<R> requests,
            String change,
            @Nullable Author filedBy) {
        boolean isNew() {
            return change.isEmpty();
        }
    }

    /**
     * @param refused pending changes that would be refused, with their instants
     * @param newEntries entries of what is filed just now
     */
    private record Forecast<S>(Map<String, Instant> refused, List<NewLedgerEntry> newEntries, S after) {}

    /** What entries of the ledger want. */
    protected abstract List<R> wanted(List<LedgerEntry> entries);

    /**
     * Throws {@link Refused} when a rule speaks against it, and leaves the state before as it was.
     *
     * @param filedBy null for what is filed just now
     */
    protected abstract Applied<S> apply(S before, List<R> requests, Instant at, @Nullable Author filedBy);

    public Instant now() {
        return now;
    }

    /** The state as it will be at an instant. */
    public S at(Instant instant) {
        return forecast(
                        state,
                        units(pending).stream()
                                .filter(it -> !it.at().isAfter(instant))
                                .toList())
                .after();
    }

    /** What would not be possible any more without this pending change. */
    public void withdraw(UUID change) {
        List<LedgerEntry> others =
                pending.stream().filter(it -> !it.change().equals(change)).toList();
        mustBreakNoMore(forecast(state, units(others)), state, "");
    }

    /** Entries of what is filed for later, which must pass behind what is pending, and break nothing of it. */
    protected List<NewLedgerEntry> ahead(S before, S after, List<R> later, String place) {
        if (later.isEmpty() && pending.isEmpty()) {
            return List.of();
        }
        Map<Instant, List<R>> byTime = new TreeMap<>();
        later.forEach(it -> byTime.computeIfAbsent(it.effectiveTime().from(now), ignored -> new ArrayList<>())
                .add(it.unconditional()));
        List<Unit<R>> units = units(pending);
        byTime.forEach((instant, requests) -> units.add(new Unit<>(instant, requests, "", null)));
        var forecast = forecast(after, units);
        mustBreakNoMore(forecast, before, place);
        return forecast.newEntries();
    }

    /** Refuses what breaks pending changes that would take effect without it. */
    private void mustBreakNoMore(Forecast<S> with, S before, String place) {
        if (with.refused().isEmpty()) {
            return;
        }
        Set<String> broken = new HashSet<>(with.refused().keySet());
        broken.removeAll(forecast(before, units(pending)).refused().keySet());
        Refused.whenAny(broken.stream()
                .sorted()
                .map(it -> new ValidationError(
                        place,
                        ValidationError.Reason.BREAKS_WHAT_IS_PENDING,
                        it + " " + with.refused().get(it)))
                .toList());
    }

    /** Pending entries, change by change. */
    private List<Unit<R>> units(List<LedgerEntry> entries) {
        Map<UUID, List<LedgerEntry>> changes = new LinkedHashMap<>();
        entries.forEach(it -> changes.computeIfAbsent(it.change(), ignored -> new ArrayList<>())
                .add(it));
        List<Unit<R>> units = new ArrayList<>();
        changes.forEach((change, all) -> units.add(new Unit<>(
                all.get(0).effectiveFrom(),
                wanted(all),
                change.toString(),
                all.get(0).filedBy())));
        return units;
    }

    /** What is new must pass; what was pending before is only noted. */
    private Forecast<S> forecast(S start, List<Unit<R>> unordered) {
        Map<String, Instant> refused = new LinkedHashMap<>();
        List<NewLedgerEntry> newEntries = new ArrayList<>();
        S ahead = start;
        List<Unit<R>> units = new ArrayList<>(unordered);
        // Stable: of the same instant, what was filed first comes first.
        units.sort(Comparator.comparing(Unit::at));
        for (Unit<R> unit : units) {
            try {
                Applied<S> applied = apply(ahead, unit.requests(), unit.at(), unit.filedBy());
                ahead = applied.after();
                if (unit.isNew()) {
                    newEntries.addAll(applied.newEntries());
                }
            } catch (Refused no) {
                if (unit.isNew()) {
                    throw no;
                }
                refused.put(unit.change(), unit.at());
            }
        }
        return new Forecast<>(refused, newEntries, ahead);
    }
}
