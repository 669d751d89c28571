package org.tongbao.contacts.domain.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.tongbao.contacts.domain.roster.Span;
import org.tongbao.contacts.domain.roster.Spans;
import org.tongbao.contracts.procedure.Role;

/**
 * The duty of one role over a while, and what is doubtful about it.
 *
 * @param gaps times for which nobody is planned
 * @param overlaps times for which more than one is planned
 */
public record DutyPreview(Role role, List<Turn> turns, List<Gap> gaps, List<Overlap> overlaps) {
    /**
     * Nobody is planned.
     *
     * @param held whether anybody has the role, and so holds it meanwhile
     */
    public record Gap(Span span, boolean held) {}

    /** Several are on duty at once. */
    public record Overlap(Span span, Set<UUID> contacts) {}

    /** Every role that somebody holds or that has a rotation. Gaps are told of the roles that are planned at all. */
    public static List<DutyPreview> of(ContactBook book, Instant from, Instant until) {
        List<Turn> turns = DutyPlan.between(book, from, until);
        Span span = new Span(from, until);
        return Stream.of(Role.values())
                .sorted(Comparator.comparing(Role::key))
                .map(role -> of(
                        book,
                        role,
                        turns.stream().filter(it -> it.role() == role).toList(),
                        span))
                .filter(it -> !it.turns().isEmpty() || !it.gaps().isEmpty())
                .toList();
    }

    private static DutyPreview of(ContactBook book, Role role, List<Turn> turns, Span span) {
        List<Turn> planned =
                turns.stream().filter(it -> it.by() != Turn.By.ROLE).toList();
        boolean isPlanned = !planned.isEmpty() || book.all(Rotation.class).anyMatch(it -> it.role() == role);
        boolean held = !book.holders(role).isEmpty();
        List<Gap> gaps = isPlanned
                ? Spans.of(planned.stream().map(Turn::span).toList()).without(span).stream()
                        .map(it -> new Gap(it, held))
                        .toList()
                : List.of();
        return new DutyPreview(role, turns, gaps, overlaps(planned));
    }

    private static List<Overlap> overlaps(List<Turn> planned) {
        SortedSet<Instant> edges = new TreeSet<>();
        planned.forEach(it -> edges.addAll(List.of(it.from(), it.until())));
        List<Turn> toStart = new ArrayList<>(planned);
        toStart.sort(Comparator.comparing(Turn::from).reversed());
        List<Turn> on = new ArrayList<>();
        List<Overlap> overlaps = new ArrayList<>();
        Instant since = Instant.MIN;
        for (Instant edge : edges) {
            add(overlaps, new Span(since, edge), on);
            on.removeIf(it -> !it.until().isAfter(edge));
            while (!toStart.isEmpty() && toStart.get(toStart.size() - 1).from().equals(edge)) {
                on.add(toStart.remove(toStart.size() - 1));
            }
            since = edge;
        }
        return overlaps;
    }

    private static void add(List<Overlap> overlaps, Span span, List<Turn> on) {
        Set<UUID> contacts = new TreeSet<>(Comparator.comparing(UUID::toString));
        on.forEach(it -> contacts.add(it.contact()));
        if (contacts.size() < 2) {
            return;
        }
        int last = overlaps.size() - 1;
        if (last >= 0
                && overlaps.get(last).contacts().equals(contacts)
                && overlaps.get(last).span().until().equals(span.from())) {
            overlaps.set(last, new Overlap(new Span(overlaps.get(last).span().from(), span.until()), contacts));
        } else {
            overlaps.add(new Overlap(span, contacts));
        }
    }
}
