package org.tongbao.contacts.duty.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.domain.Versioned;
import org.tongbao.contacts.people.domain.BookItem;
import org.tongbao.contacts.people.domain.Contact;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contacts.people.domain.Employment;
import org.tongbao.contracts.procedure.Role;

class DutyPlanTest {
    private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");
    private static final int MINUTES = 240;
    private static final UUID HOLDER = new UUID(0, 1);
    private static final UUID OTHER_HOLDER = new UUID(0, 2);

    /** A shift from one minute to another, of one of three people; the third has no role and is on duty all the same. */
    record Minutes(int contact, int from, int length) {
        Shift shift() {
            Instant start = START.plusSeconds(60L * from);
            return new Shift(Role.REVIEWER, new UUID(0, contact), start, start.plusSeconds(60L * length));
        }
    }

    @Property(tries = 500)
    void everyMinuteIsHeldByWhoASlowLookFinds(@ForAll("shifts") List<Minutes> shifts) {
        ContactBook book = book(shifts);
        Instant end = START.plusSeconds(60L * MINUTES);

        List<DutyAssignment> assignments = DutyPlan.between(book, START, end);

        assertThat(assignments).allSatisfy(it -> {
            assertThat(it.from()).isBetween(START, end).isBefore(it.until());
            assertThat(it.until()).isBetween(START, end);
        });
        for (int minute = 0; minute < MINUTES; minute++) {
            Instant at = START.plusSeconds(60L * minute + 30);
            assertThat(held(assignments, at)).as("minute %d", minute).isEqualTo(slowLook(shifts, at));
            assertThat(held(DutyPlan.at(book, at), at)).isEqualTo(slowLook(shifts, at));
        }
    }

    private static Set<UUID> held(List<DutyAssignment> assignments, Instant at) {
        return assignments.stream()
                .filter(it -> it.role() == Role.REVIEWER)
                .filter(it -> !at.isBefore(it.from()) && at.isBefore(it.until()))
                .map(DutyAssignment::contact)
                .collect(Collectors.toSet());
    }

    private static Set<UUID> slowLook(List<Minutes> shifts, Instant at) {
        Set<UUID> onShift = shifts.stream()
                .map(Minutes::shift)
                .filter(it -> !at.isBefore(it.from()) && at.isBefore(it.until()))
                .map(Shift::contact)
                .collect(Collectors.toSet());
        return onShift.isEmpty() ? Set.of(HOLDER, OTHER_HOLDER) : onShift;
    }

    private static ContactBook book(List<Minutes> shifts) {
        Map<UUID, Versioned<BookItem>> items = new HashMap<>();
        items.put(HOLDER, new Versioned<>(contact(Role.REVIEWER), 1));
        items.put(OTHER_HOLDER, new Versioned<>(contact(Role.REVIEWER), 1));
        items.put(new UUID(0, 3), new Versioned<>(contact(Role.CISO), 1));
        List<Minutes> numbered = new ArrayList<>(shifts);
        for (int i = 0; i < numbered.size(); i++) {
            items.put(new UUID(1, i), new Versioned<>(numbered.get(i).shift(), 1));
        }
        return new ContactBook(new AgencyCode("A"), 0, items);
    }

    private static Contact contact(Role role) {
        return new Contact("某甲", null, Employment.STAFF, "zh-TW", Set.of(role), List.of());
    }

    @Provide
    Arbitrary<List<Minutes>> shifts() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(-60, MINUTES + 30),
                        Arbitraries.integers().between(1, 120))
                .as(Minutes::new)
                .list()
                .ofMaxSize(6);
    }
}
