package org.tongbao.contacts.duty.domain;

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
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contracts.procedure.Role;

/**
 * The duty of one role over a while, and what is doubtful about it.
 *
 * @param gaps times for which nobody is planned
 * @param overlaps times for which more than one is planned
 */
public record DutyPreview(Role role, List<DutyAssignment> assignments, List<Gap> gaps, List<Overlap> overlaps) {
    /**
     * Nobody is planned.
     *
     * @param held whether anybody has the role, and so holds it meanwhile
     */
    public record Gap(Interval interval, boolean held) {}

    /** Several are on duty at once. */
    public record Overlap(Interval interval, Set<UUID> contacts) {}

    /** Every role that somebody holds or that has a rotation. Gaps are shown of the roles that are planned at all. */
    public static List<DutyPreview> of(ContactBook book, Instant from, Instant until) {
        List<DutyAssignment> assignments = DutyPlan.between(book, from, until);
        Interval interval = new Interval(from, until);
        return Stream.of(Role.values())
                .sorted(Comparator.comparing(Role::key))
                .map(role -> of(
                        book,
                        role,
                        assignments.stream().filter(it -> it.role() == role).toList(),
                        interval))
                .filter(it -> !it.assignments().isEmpty() || !it.gaps().isEmpty())
                .toList();
    }

    /** The same of times that follow each other, as one. */
    public static List<DutyPreview> joined(List<DutyPreview> parts) {
        Map<String, List<DutyPreview>> byRole =
                parts.stream().collect(Collectors.groupingBy(it -> it.role().key(), TreeMap::new, Collectors.toList()));
        return byRole.values().stream().map(DutyPreview::one).toList();
    }

    private static DutyPreview one(List<DutyPreview> parts) {
        List<Gap> gaps = new ArrayList<>();
        List<Overlap> overlaps = new ArrayList<>();
        parts.stream().flatMap(it -> it.gaps().stream()).forEach(it -> add(gaps, it));
        parts.stream().flatMap(it -> it.overlaps().stream()).forEach(it -> add(overlaps, it.interval(), it.contacts()));
        return new DutyPreview(
                parts.get(0).role(),
                DutyPlan.joined(
                        parts.stream().flatMap(it -> it.assignments().stream()).toList()),
                gaps,
                overlaps);
    }

    private static void add(List<Gap> gaps, Gap gap) {
        int last = gaps.size() - 1;
        if (last >= 0
                && gaps.get(last).held() == gap.held()
                && gaps.get(last).interval().until().equals(gap.interval().from())) {
            Instant from = gaps.get(last).interval().from();
            gaps.set(last, new Gap(new Interval(from, gap.interval().until()), gap.held()));
        } else {
            gaps.add(gap);
        }
    }

    private static DutyPreview of(ContactBook book, Role role, List<DutyAssignment> assignments, Interval interval) {
        List<DutyAssignment> planned = assignments.stream()
                .filter(it -> it.by() != DutyAssignment.By.ROLE)
                .toList();
        boolean isPlanned = !planned.isEmpty() || book.all(Rotation.class).anyMatch(it -> it.role() == role);
        boolean held = !book.holders(role).isEmpty();
        List<Gap> gaps = isPlanned
                ? Intervals.of(planned.stream().map(DutyAssignment::interval).toList()).without(interval).stream()
                        .map(it -> new Gap(it, held))
                        .toList()
                : List.of();
        return new DutyPreview(role, assignments, gaps, overlaps(planned));
    }

    private static List<Overlap> overlaps(List<DutyAssignment> planned) {
        SortedSet<Instant> edges = new TreeSet<>();
        planned.forEach(it -> edges.addAll(List.of(it.from(), it.until())));
        List<DutyAssignment> toStart = new ArrayList<>(planned);
        toStart.sort(Comparator.comparing(DutyAssignment::from).reversed());
        List<DutyAssignment> on = new ArrayList<>();
        List<Overlap> overlaps = new ArrayList<>();
        Instant since = Instant.MIN;
        for (Instant edge : edges) {
            add(overlaps, new Interval(since, edge), on);
            on.removeIf(it -> !it.until().isAfter(edge));
            while (!toStart.isEmpty() && toStart.get(toStart.size() - 1).from().equals(edge)) {
                on.add(toStart.remove(toStart.size() - 1));
            }
            since = edge;
        }
        return overlaps;
    }

    private static void add(List<Overlap> overlaps, Interval interval, List<DutyAssignment> on) {
        Set<UUID> contacts = new TreeSet<>(Comparator.comparing(UUID::toString));
        on.forEach(it -> contacts.add(it.contact()));
        if (contacts.size() > 1) {
            add(overlaps, interval, contacts);
        }
    }

    private static void add(List<Overlap> overlaps, Interval interval, Set<UUID> contacts) {
        int last = overlaps.size() - 1;
        if (last >= 0
                && overlaps.get(last).contacts().equals(contacts)
                && overlaps.get(last).interval().until().equals(interval.from())) {
            overlaps.set(
                    last, new Overlap(new Interval(overlaps.get(last).interval().from(), interval.until()), contacts));
        } else {
            overlaps.add(new Overlap(interval, contacts));
        }
    }
}
