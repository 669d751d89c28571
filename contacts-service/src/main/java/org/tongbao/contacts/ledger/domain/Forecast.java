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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.ValidationError;

/**
 * What becomes of everything that is filed for later when it takes effect in its order, each tried out on what the one before
 * leaves.
 *
 * @param refused pending changes that would be refused, with their instants
 * @param newEntries entries of what is filed just now
 * @param after what holds in the end
 */
public record Forecast<S>(Map<String, Instant> refused, List<NewLedgerEntry> newEntries, S after) {
    /**
     * What is filed for one instant at once.
     *
     * @param change empty for what is filed just now
     * @param filedBy null for what is filed just now
     */
    public record Unit<R>(
            Instant at,
            List<R> requests,
            String change,
            @Nullable Author filedBy) {
        public boolean isNew() {
            return change.isEmpty();
        }
    }

    /** What a unit makes of the state before it, and the entries that stand for it. */
    public record Applied<S>(S after, List<NewLedgerEntry> newEntries) {}

    /** Throws {@link Refused} when a rule speaks against it. */
    public interface Step<S, R> {
        Applied<S> apply(S before, Unit<R> unit);
    }

    /** What is new must pass; what was pending before is only noted. */
    public static <S, R> Forecast<S> of(S start, List<Unit<R>> unordered, Step<S, R> step) {
        Map<String, Instant> refused = new LinkedHashMap<>();
        List<NewLedgerEntry> newEntries = new ArrayList<>();
        S ahead = start;
        List<Unit<R>> units = new ArrayList<>(unordered);
        // Stable: of the same instant, what was filed first comes first.
        units.sort(Comparator.comparing(Unit::at));
        for (Unit<R> unit : units) {
            try {
                Applied<S> applied = step.apply(ahead, unit);
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

    /** Refuses what breaks pending changes that would take effect without it. */
    public void mustBreakNoMoreThan(Forecast<S> without, String place) {
        Set<String> broken = new HashSet<>(refused.keySet());
        broken.removeAll(without.refused.keySet());
        Refused.whenAny(broken.stream()
                .sorted()
                .map(it -> new ValidationError(
                        place, ValidationError.Reason.BREAKS_WHAT_IS_PENDING, it + " " + refused.get(it)))
                .toList());
    }

    /** Pending entries, change by change. */
    public static <R> List<Unit<R>> pending(List<LedgerEntry> entries, Function<List<LedgerEntry>, List<R>> requests) {
        Map<UUID, List<LedgerEntry>> changes = new LinkedHashMap<>();
        entries.forEach(it -> changes.computeIfAbsent(it.change(), ignored -> new ArrayList<>())
                .add(it));
        return changes.entrySet().stream()
                .map(it -> new Unit<>(
                        it.getValue().get(0).effectiveFrom(),
                        requests.apply(it.getValue()),
                        it.getKey().toString(),
                        it.getValue().get(0).filedBy()))
                .toList();
    }

    /** The same, and what is filed just now for these instants. */
    public static <R> List<Unit<R>> with(List<Unit<R>> pending, List<R> later, Function<R, Instant> at) {
        Map<Instant, List<R>> byTime = new TreeMap<>();
        later.forEach(it -> byTime.computeIfAbsent(at.apply(it), ignored -> new ArrayList<>())
                .add(it));
        List<Unit<R>> units = new ArrayList<>(pending);
        byTime.forEach((instant, requests) -> units.add(new Unit<>(instant, requests, "", null)));
        return units;
    }

    public static <R> List<Unit<R>> upTo(Instant instant, List<Unit<R>> units) {
        return units.stream().filter(it -> !it.at().isAfter(instant)).toList();
    }
}
