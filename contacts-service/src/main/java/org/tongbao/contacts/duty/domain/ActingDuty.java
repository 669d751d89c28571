package org.tongbao.contacts.duty.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.people.domain.Absence;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contacts.people.domain.Deputyship;
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
     * A version of duty.
     *
     * @param contact whose duty it is
     * @param acting who does it; null when that person is absent and nobody stands in
     * @param planned false where nobody is planned, and everybody who has the role holds it
     */
    public record ActingAssignment(
            Role role, UUID contact, @Nullable UUID acting, Interval interval, boolean planned) {
        /** The absent person whose duty it is; null for one's own. */
        public @Nullable UUID insteadOf() {
            return acting == null || acting.equals(contact) ? null : contact;
        }
    }

    public static List<ActingAssignment> between(ContactBook book, Instant from, Instant until) {
        return of(book, DutyPlan.between(book, from, until));
    }

    /** The same of duty that was worked out before. */
    public static List<ActingAssignment> of(ContactBook book, List<DutyAssignment> assignments) {
        var acting = new ActingDuty(book);
        return joined(
                assignments.stream().flatMap(it -> acting.parts(it).stream()).toList());
    }

    private void addEdges(Deputyship deputyship) {
        edges.add(deputyship.from());
        Instant until = deputyship.until();
        if (until != null) {
            edges.add(until);
        }
    }

    private List<ActingAssignment> parts(DutyAssignment assignment) {
        boolean planned = assignment.by() != DutyAssignment.By.ROLE;
        boolean isEverAbsent = !edges.isEmpty()
                && book.all(Absence.class).anyMatch(it -> it.contact().equals(assignment.contact()));
        if (!isEverAbsent) {
            return List.of(new ActingAssignment(
                    assignment.role(), assignment.contact(), assignment.contact(), assignment.interval(), planned));
        }
        List<ActingAssignment> parts = new ArrayList<>();
        Instant from = assignment.from();
        for (Instant edge : edges.subSet(assignment.from(), false, assignment.until(), false)) {
            parts.add(part(assignment, new Interval(from, edge), planned));
            from = edge;
        }
        parts.add(part(assignment, new Interval(from, assignment.until()), planned));
        return parts;
    }

    private ActingAssignment part(DutyAssignment assignment, Interval interval, boolean planned) {
        UUID acting = book.actsFor(assignment.contact(), interval.from()).orElse(null);
        return new ActingAssignment(assignment.role(), assignment.contact(), acting, interval, planned);
    }

    private static List<ActingAssignment> joined(List<ActingAssignment> parts) {
        record Same(Role role, UUID contact, @Nullable UUID acting, boolean planned) {}
        Map<Same, List<Interval>> same = new LinkedHashMap<>();
        parts.forEach(it -> same.computeIfAbsent(
                        new Same(it.role(), it.contact(), it.acting(), it.planned()), ignored -> new ArrayList<>())
                .add(it.interval()));
        List<ActingAssignment> joined = new ArrayList<>();
        same.forEach((of, spans) -> Intervals.of(spans)
                .asList()
                .forEach(it ->
                        joined.add(new ActingAssignment(of.role(), of.contact(), of.acting(), it, of.planned()))));
        return joined;
    }
}
