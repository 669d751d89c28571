package org.tongbao.contacts.domain.people;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tongbao.contracts.procedure.Role;

/** Works out who holds which role when. The only resolver: everybody else looks up what it published. */
public final class DutyPlan {
    /** How far ahead duty is published. */
    public static final Duration AHEAD = Duration.ofDays(35);

    private DutyPlan() {}

    /** The turns within {@code [from, until)}, cut to it, ordered by role and start. */
    public static List<Turn> between(ContactBook book, Instant from, Instant until) {
        return Arrays.stream(Role.values())
                .flatMap(role -> turns(book, role, from, until))
                .sorted(Comparator.comparing((Turn it) -> it.role().key())
                        .thenComparing(Turn::from)
                        .thenComparing(it -> it.contact().toString()))
                .toList();
    }

    /** Who holds which role at an instant. */
    public static List<Turn> at(ContactBook book, Instant at) {
        return between(book, at, at.plusNanos(1000));
    }

    private static Stream<Turn> turns(ContactBook book, Role role, Instant from, Instant until) {
        List<Turn> turns = new ArrayList<>();
        Instant covered = from;
        for (Shift shift : shifts(book, role, from, until)) {
            if (shift.from().isAfter(covered)) {
                addHolders(book, role, covered, shift.from(), turns);
            }
            Instant start = later(from, shift.from());
            Instant end = shift.until().isBefore(until) ? shift.until() : until;
            turns.add(new Turn(role, shift.contact(), start, end, Turn.By.SHIFT));
            covered = later(covered, end);
        }
        if (covered.isBefore(until)) {
            addHolders(book, role, covered, until, turns);
        }
        return turns.stream();
    }

    private static List<Shift> shifts(ContactBook book, Role role, Instant from, Instant until) {
        return book.all(Shift.class)
                .filter(it -> it.role() == role
                        && it.from().isBefore(until)
                        && it.until().isAfter(from))
                .sorted(Comparator.comparing(Shift::from))
                .toList();
    }

    private static void addHolders(ContactBook book, Role role, Instant from, Instant until, List<Turn> turns) {
        book.holders(role).forEach(it -> turns.add(new Turn(role, it, from, until, Turn.By.ROLE)));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
