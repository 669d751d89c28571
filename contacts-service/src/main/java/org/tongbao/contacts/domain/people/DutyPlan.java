package org.tongbao.contacts.domain.people;

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
import org.tongbao.contacts.domain.roster.Span;
import org.tongbao.contacts.domain.roster.Spans;
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
    private final Span span;
    private final Set<LocalDate> publicHolidays;

    private DutyPlan(ContactBook book, Span span) {
        this.book = book;
        this.span = span;
        publicHolidays = book.all(HolidayCalendar.class)
                .flatMap(it -> it.days().keySet().stream())
                .collect(Collectors.toSet());
    }

    /** The turns within {@code [from, until)}, cut to it, ordered by role and start. */
    public static List<Turn> between(ContactBook book, Instant from, Instant until) {
        DutyPlan plan = new DutyPlan(book, new Span(from, until));
        return inOrder(Arrays.stream(Role.values()).flatMap(role -> plan.turns(role).stream()));
    }

    /** The same turns, those of one contact that follow each other as one. */
    static List<Turn> joined(List<Turn> turns) {
        return inOrder(together(turns).stream());
    }

    private static List<Turn> inOrder(Stream<Turn> turns) {
        return turns.sorted(Comparator.comparing((Turn it) -> it.role().key())
                        .thenComparing(Turn::from)
                        .thenComparing(it -> it.contact().toString()))
                .toList();
    }

    /** Who holds which role at an instant. */
    public static List<Turn> at(ContactBook book, Instant at) {
        return between(book, at, at.plusNanos(1000));
    }

    private List<Turn> turns(Role role) {
        List<Turn> turns = overridden(role, swapped(role, planned(role)));
        for (Span gap : Spans.of(spans(turns)).without(span)) {
            book.holders(role).forEach(it -> turns.add(turn(role, it, gap, Turn.By.ROLE)));
        }
        return together(turns);
    }

    /** Shifts, and rotations where there is no shift. */
    private List<Turn> planned(Role role) {
        List<Turn> turns = new ArrayList<>();
        book.all(Shift.class).filter(it -> it.role() == role).forEach(it -> new Span(it.from(), it.until())
                .within(span)
                .ifPresent(part -> turns.add(turn(role, it.contact(), part, Turn.By.SHIFT))));
        Spans shifts = Spans.of(spans(turns));
        book.all(Rotation.class)
                .filter(it -> it.role() == role)
                .flatMap(it -> it.roster().within(span, publicHolidays).stream())
                .forEach(it -> shifts.without(it.span())
                        .forEach(part -> turns.add(turn(role, it.contact(), part, Turn.By.ROTATION))));
        return turns;
    }

    private List<Turn> swapped(Role role, List<Turn> planned) {
        List<Turn> turns = planned;
        for (DutySwap swap : book.items(DutySwap.class).values()) {
            if (swap.role() == role && swap.state() == DutySwap.State.ACCEPTED) {
                turns = turns.stream().flatMap(it -> swapped(it, swap)).toList();
            }
        }
        return turns;
    }

    private static Stream<Turn> swapped(Turn turn, DutySwap swap) {
        if (turn.contact().equals(swap.contact())) {
            return handedOver(turn, swap.give(), swap.partner());
        }
        return turn.contact().equals(swap.partner()) ? handedOver(turn, swap.take(), swap.contact()) : Stream.of(turn);
    }

    private static Stream<Turn> handedOver(Turn turn, @Nullable Span handed, UUID to) {
        if (handed == null || !handed.touches(turn.span())) {
            return Stream.of(turn);
        }
        return Stream.concat(
                Spans.of(List.of(handed)).without(turn.span()).stream()
                        .map(it -> turn(turn.role(), turn.contact(), it, turn.by())),
                handed.within(turn.span()).stream().map(it -> turn(turn.role(), to, it, Turn.By.SWAP)));
    }

    private List<Turn> overridden(Role role, List<Turn> turns) {
        List<Turn> overrides = new ArrayList<>();
        book.all(DutyOverride.class).filter(it -> it.role() == role).forEach(it -> it.span()
                .within(span)
                .ifPresent(part -> overrides.add(turn(role, it.contact(), part, Turn.By.OVERRIDE))));
        Spans taken = Spans.of(spans(overrides));
        List<Turn> all = new ArrayList<>(overrides);
        turns.forEach(
                turn -> taken.without(turn.span()).forEach(it -> all.add(turn(role, turn.contact(), it, turn.by()))));
        return all;
    }

    private static List<Turn> together(List<Turn> turns) {
        record Same(Role role, UUID contact, Turn.By by) {}
        Map<Same, List<Turn>> same = new LinkedHashMap<>();
        turns.forEach(
                it -> same.computeIfAbsent(new Same(it.role(), it.contact(), it.by()), ignored -> new ArrayList<>())
                        .add(it));
        List<Turn> joined = new ArrayList<>();
        same.forEach((of, parts) ->
                Spans.of(spans(parts)).asList().forEach(it -> joined.add(turn(of.role(), of.contact(), it, of.by()))));
        return joined;
    }

    private static List<Span> spans(Collection<Turn> turns) {
        return turns.stream().map(Turn::span).toList();
    }

    private static Turn turn(Role role, UUID contact, Span span, Turn.By by) {
        return new Turn(role, contact, span.from(), span.until(), by);
    }
}
