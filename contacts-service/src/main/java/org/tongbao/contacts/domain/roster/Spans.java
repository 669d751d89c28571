package org.tongbao.contacts.domain.roster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Times as a set: spans that neither overlap nor touch, in order. */
public final class Spans {
    private final List<Span> spans;

    private Spans(List<Span> spans) {
        this.spans = List.copyOf(spans);
    }

    /** The times that at least one of them covers. */
    public static Spans of(Collection<Span> covering) {
        List<Span> sorted = covering.stream()
                .filter(it -> !it.isEmpty())
                .sorted(Comparator.comparing(Span::from))
                .toList();
        List<Span> merged = new ArrayList<>(sorted.size());
        for (Span span : sorted) {
            int last = merged.size() - 1;
            if (last < 0 || merged.get(last).until().isBefore(span.from())) {
                merged.add(span);
            } else if (merged.get(last).until().isBefore(span.until())) {
                merged.set(last, new Span(merged.get(last).from(), span.until()));
            }
        }
        return new Spans(merged);
    }

    public List<Span> asList() {
        return spans;
    }

    /** What of the span these times have. */
    public List<Span> within(Span span) {
        List<Span> parts = new ArrayList<>();
        for (int i = firstEndingAfter(span.from()); i < spans.size(); i++) {
            if (!spans.get(i).from().isBefore(span.until())) {
                break;
            }
            spans.get(i).within(span).ifPresent(parts::add);
        }
        return parts;
    }

    /** What of the span these times leave free. */
    public List<Span> without(Span span) {
        List<Span> free = new ArrayList<>();
        Instant covered = span.from();
        for (Span part : within(span)) {
            if (covered.isBefore(part.from())) {
                free.add(new Span(covered, part.from()));
            }
            covered = part.until();
        }
        if (covered.isBefore(span.until())) {
            free.add(new Span(covered, span.until()));
        }
        return free;
    }

    public boolean coverAllOf(Span span) {
        return without(span).isEmpty();
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
