package org.tongbao.contacts.duty.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contracts.procedure.Role;

/**
 * Works out who holds which role when. The only resolver: everybody else looks up what it published. Shifts go before
 * rotations; accepted swaps exchange what these give, in the order in which they were proposed; an override goes before
 * everything; where nobody is planned, everybody who has the role holds it.
 */
public final class DutyPlan {
    /** How far ahead duty is published. */
    public static final Duration AHEAD = Duration.ofDays(35);

    private final ContactBook book;
    private final Interval interval;
    private final Set<LocalDate> publicHolidays;

    private DutyPlan(ContactBook book, Interval interval) {
        this.book = book;
        this.interval = interval;
        publicHolidays =
                book.all(HolidayCalendar.class).flatMap(HolidayCalendar::dates).collect(Collectors.toSet());
    }

    /** The assignments within {@code [from, until)}, cut to it, ordered by role and start. */
    public static List<DutyAssignment> between(ContactBook book, Instant from, Instant until) {
        DutyPlan plan = new DutyPlan(book, new Interval(from, until));
        return inOrder(Arrays.stream(Role.values()).flatMap(role -> plan.assignments(role).stream()));
    }

    /** The same assignments, those of one contact that follow each other as one. */
    static List<DutyAssignment> joined(List<DutyAssignment> assignments) {
        return inOrder(together(assignments).stream());
    }

    private static List<DutyAssignment> inOrder(Stream<DutyAssignment> assignments) {
        return assignments
                .sorted(Comparator.comparing((DutyAssignment it) -> it.role().key())
                        .thenComparing(DutyAssignment::from)
                        .thenComparing(it -> it.contact().toString()))
                .toList();
    }

    /** Who holds which role at an instant. */
    public static List<DutyAssignment> at(ContactBook book, Instant at) {
        return between(book, at, at.plusNanos(1000));
    }

    private List<DutyAssignment> assignments(Role role) {
        List<DutyAssignment> assignments = overridden(role, swapped(role, planned(role)));
        for (Interval gap : Intervals.of(spans(assignments)).without(interval)) {
            book.holders(role).forEach(it -> assignments.add(assignment(role, it, gap, DutyAssignment.By.ROLE)));
        }
        return together(assignments);
    }

    /** Shifts, and rotations where there is no shift. */
    private List<DutyAssignment> planned(Role role) {
        List<DutyAssignment> assignments = new ArrayList<>();
        book.all(Shift.class).filter(it -> it.role() == role).forEach(it -> new Interval(it.from(), it.until())
                .within(interval)
                .ifPresent(part -> assignments.add(assignment(role, it.contact(), part, DutyAssignment.By.SHIFT))));
        Intervals shifts = Intervals.of(spans(assignments));
        book.all(Rotation.class)
                .filter(it -> it.role() == role)
                .flatMap(it -> it.roster().within(interval, publicHolidays).stream())
                .forEach(it -> shifts.without(it.interval())
                        .forEach(part ->
                                assignments.add(assignment(role, it.contact(), part, DutyAssignment.By.ROTATION))));
        return assignments;
    }

    private List<DutyAssignment> swapped(Role role, List<DutyAssignment> planned) {
        List<DutyAssignment> assignments = planned;
        for (DutySwap swap : book.items(DutySwap.class).values()) {
            if (swap.role() == role && swap.state() == DutySwap.State.ACCEPTED) {
                assignments =
                        assignments.stream().flatMap(it -> swapped(it, swap)).toList();
            }
        }
        return assignments;
    }

    private static Stream<DutyAssignment> swapped(DutyAssignment assignment, DutySwap swap) {
        if (assignment.contact().equals(swap.contact())) {
            return handedOver(assignment, swap.give(), swap.partner());
        }
        return assignment.contact().equals(swap.partner())
                ? handedOver(assignment, swap.take(), swap.contact())
                : Stream.of(assignment);
    }

    private static Stream<DutyAssignment> handedOver(DutyAssignment assignment, @Nullable Interval handed, UUID to) {
        if (handed == null || !handed.touches(assignment.interval())) {
            return Stream.of(assignment);
        }
        return Stream.concat(
                Intervals.of(List.of(handed)).without(assignment.interval()).stream()
                        .map(it -> assignment(assignment.role(), assignment.contact(), it, assignment.by())),
                handed.within(assignment.interval()).stream()
                        .map(it -> assignment(assignment.role(), to, it, DutyAssignment.By.SWAP)));
    }

    private List<DutyAssignment> overridden(Role role, List<DutyAssignment> assignments) {
        List<DutyAssignment> overrides = new ArrayList<>();
        book.all(DutyOverride.class).filter(it -> it.role() == role).forEach(it -> it.interval()
                .within(interval)
                .ifPresent(part -> overrides.add(assignment(role, it.contact(), part, DutyAssignment.By.OVERRIDE))));
        Intervals taken = Intervals.of(spans(overrides));
        List<DutyAssignment> all = new ArrayList<>(overrides);
        assignments.forEach(assignment -> taken.without(assignment.interval())
                .forEach(it -> all.add(assignment(role, assignment.contact(), it, assignment.by()))));
        return all;
    }

    private static List<DutyAssignment> together(List<DutyAssignment> assignments) {
        record Same(Role role, UUID contact, DutyAssignment.By by) {}
        Map<Same, List<DutyAssignment>> same = new LinkedHashMap<>();
        assignments.forEach(
                it -> same.computeIfAbsent(new Same(it.role(), it.contact(), it.by()), ignored -> new ArrayList<>())
                        .add(it));
        List<DutyAssignment> joined = new ArrayList<>();
        same.forEach((of, parts) -> Intervals.of(spans(parts))
                .asList()
                .forEach(it -> joined.add(assignment(of.role(), of.contact(), it, of.by()))));
        return joined;
    }

    private static List<Interval> spans(Collection<DutyAssignment> assignments) {
        return assignments.stream().map(DutyAssignment::interval).toList();
    }

    private static DutyAssignment assignment(Role role, UUID contact, Interval interval, DutyAssignment.By by) {
        return new DutyAssignment(role, contact, interval.from(), interval.until(), by);
    }
}
