package org.tongbao.contacts.domain.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /** The same of times that follow each other, as one. */
    static List<DutyPreview> joined(List<DutyPreview> parts) {
        Map<String, List<DutyPreview>> byRole =
                parts.stream().collect(Collectors.groupingBy(it -> it.role().key(), TreeMap::new, Collectors.toList()));
        return byRole.values().stream().map(DutyPreview::one).toList();
    }

    private static DutyPreview one(List<DutyPreview> parts) {
        List<Gap> gaps = new ArrayList<>();
        List<Overlap> overlaps = new ArrayList<>();
        parts.stream().flatMap(it -> it.gaps().stream()).forEach(it -> add(gaps, it));
        parts.stream().flatMap(it -> it.overlaps().stream()).forEach(it -> add(overlaps, it.span(), it.contacts()));
        return new DutyPreview(
                parts.get(0).role(),
                DutyPlan.joined(
                        parts.stream().flatMap(it -> it.turns().stream()).toList()),
                gaps,
                overlaps);
    }

    private static void add(List<Gap> gaps, Gap gap) {
        int last = gaps.size() - 1;
        if (last >= 0
                && gaps.get(last).held() == gap.held()
                && gaps.get(last).span().until().equals(gap.span().from())) {
            Instant from = gaps.get(last).span().from();
            gaps.set(last, new Gap(new Span(from, gap.span().until()), gap.held()));
        } else {
            gaps.add(gap);
        }
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
        if (contacts.size() > 1) {
            add(overlaps, span, contacts);
        }
    }

    private static void add(List<Overlap> overlaps, Span span, Set<UUID> contacts) {
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
