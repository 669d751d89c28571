package org.tongbao.contacts.domain.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.roster.Span;
import org.tongbao.contacts.domain.roster.Spans;
import org.tongbao.contracts.procedure.Role;

/** Duty as it is really done: the plan, with stand-ins and deputies in the place of the absent. */
public final class ActingDuty {
    private final ContactBook book;
    private final NavigableSet<Instant> edges = new TreeSet<>();

    private ActingDuty(ContactBook book) {
        this.book = book;
        book.all(Absence.class).forEach(it -> edges.addAll(List.of(it.from(), it.until())));
        if (!edges.isEmpty()) {
            book.all(Deputyship.class).forEach(this::addEdges);
        }
    }

    /**
     * A stretch of duty.
     *
     * @param contact whose duty it is
     * @param acting who does it; null when that person is absent and nobody stands in
     * @param planned false where nobody is planned, and everybody who has the role holds it
     */
    public record Held(Role role, UUID contact, @Nullable UUID acting, Span span, boolean planned) {
        /** The absent person whose duty it is; null for one's own. */
        public @Nullable UUID insteadOf() {
            return acting == null || acting.equals(contact) ? null : contact;
        }
    }

    public static List<Held> between(ContactBook book, Instant from, Instant until) {
        return of(book, DutyPlan.between(book, from, until));
    }

    /** The same of duty that was worked out before. */
    public static List<Held> of(ContactBook book, List<Turn> turns) {
        var acting = new ActingDuty(book);
        return joined(turns.stream().flatMap(it -> acting.parts(it).stream()).toList());
    }

    private void addEdges(Deputyship deputyship) {
        edges.add(deputyship.from());
        Instant until = deputyship.until();
        if (until != null) {
            edges.add(until);
        }
    }

    private List<Held> parts(Turn turn) {
        boolean planned = turn.by() != Turn.By.ROLE;
        boolean isEverAbsent = !edges.isEmpty()
                && book.all(Absence.class).anyMatch(it -> it.contact().equals(turn.contact()));
        if (!isEverAbsent) {
            return List.of(new Held(turn.role(), turn.contact(), turn.contact(), turn.span(), planned));
        }
        List<Held> parts = new ArrayList<>();
        Instant from = turn.from();
        for (Instant edge : edges.subSet(turn.from(), false, turn.until(), false)) {
            parts.add(part(turn, new Span(from, edge), planned));
            from = edge;
        }
        parts.add(part(turn, new Span(from, turn.until()), planned));
        return parts;
    }

    private Held part(Turn turn, Span span, boolean planned) {
        UUID acting = book.actsFor(turn.contact(), span.from()).orElse(null);
        return new Held(turn.role(), turn.contact(), acting, span, planned);
    }

    private static List<Held> joined(List<Held> parts) {
        record Same(Role role, UUID contact, @Nullable UUID acting, boolean planned) {}
        Map<Same, List<Span>> same = new LinkedHashMap<>();
        parts.forEach(it -> same.computeIfAbsent(
                        new Same(it.role(), it.contact(), it.acting(), it.planned()), ignored -> new ArrayList<>())
                .add(it.span()));
        List<Held> joined = new ArrayList<>();
        same.forEach((of, spans) -> Spans.of(spans)
                .asList()
                .forEach(it -> joined.add(new Held(of.role(), of.contact(), of.acting(), it, of.planned()))));
        return joined;
    }
}
