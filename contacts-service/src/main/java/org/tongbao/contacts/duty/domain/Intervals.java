package org.tongbao.contacts.duty.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Times as a set: spans that neither overlap nor touch, in order. */
public final class Intervals {
    private final List<Interval> spans;

    private Intervals(List<Interval> spans) {
        this.spans = List.copyOf(spans);
    }

    /** The times that at least one of them covers. */
    public static Intervals of(Collection<Interval> covering) {
        List<Interval> sorted = covering.stream()
                .filter(it -> !it.isEmpty())
                .sorted(Comparator.comparing(Interval::from))
                .toList();
        List<Interval> merged = new ArrayList<>(sorted.size());
        for (Interval interval : sorted) {
            int last = merged.size() - 1;
            if (last < 0 || merged.get(last).until().isBefore(interval.from())) {
                merged.add(interval);
            } else if (merged.get(last).until().isBefore(interval.until())) {
                merged.set(last, new Interval(merged.get(last).from(), interval.until()));
            }
        }
        return new Intervals(merged);
    }

    public List<Interval> asList() {
        return spans;
    }

    /** What of the interval these times have. */
    public List<Interval> within(Interval interval) {
        List<Interval> parts = new ArrayList<>();
        for (int i = firstEndingAfter(interval.from()); i < spans.size(); i++) {
            if (!spans.get(i).from().isBefore(interval.until())) {
                break;
            }
            spans.get(i).within(interval).ifPresent(parts::add);
        }
        return parts;
    }

    /** What of the interval these times leave free. */
    public List<Interval> without(Interval interval) {
        List<Interval> free = new ArrayList<>();
        Instant covered = interval.from();
        for (Interval part : within(interval)) {
            if (covered.isBefore(part.from())) {
                free.add(new Interval(covered, part.from()));
            }
            covered = part.until();
        }
        if (covered.isBefore(interval.until())) {
            free.add(new Interval(covered, interval.until()));
        }
        return free;
    }

    public boolean coverAllOf(Interval interval) {
        return without(interval).isEmpty();
    }

    private int firstEndingAfter(Instant instant) {
        int low = 0;
        int high = spans.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (spans.get(middle).until().isAfter(instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
