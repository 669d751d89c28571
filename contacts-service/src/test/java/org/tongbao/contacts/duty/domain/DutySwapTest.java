package org.tongbao.contacts.duty.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.domain.Versioned;
import org.tongbao.contacts.duty.domain.DutySwap.State;
import org.tongbao.contacts.people.domain.BookItem;
import org.tongbao.contacts.people.domain.Contact;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contacts.people.domain.Employment;
import org.tongbao.contracts.procedure.Role;

/** A is on duty on the first day, B on the second, C on the third. */
class DutySwapTest {
    private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);

    private final Map<UUID, Versioned<BookItem>> items = new HashMap<>();

    DutySwapTest() {
        List<UUID> people = List.of(A, B, C);
        for (int day = 0; day < people.size(); day++) {
            var contact = new Contact("某甲", null, Employment.STAFF, "zh-TW", Set.of(Role.REVIEWER), List.of());
            file(people.get(day), contact);
            file(new UUID(1, day), new Shift(Role.REVIEWER, people.get(day), hour(24 * day), hour(24 * day + 24)));
        }
    }

    @Test
    void oneThatIsOnlyProposedOrRefusedChangesNothing() {
        file(new UUID(2, 1), swap(A, B, hours(0, 24), hours(24, 48), State.PROPOSED));
        file(new UUID(2, 2), swap(B, C, hours(24, 48), hours(48, 72), State.REFUSED));

        assertThat(plan()).containsExactly("A 0-24 SHIFT", "B 24-48 SHIFT", "C 48-72 SHIFT");
    }

    @Test
    void bothSidesExchangeAndNobodyGetsHisOwnBack() {
        file(new UUID(2, 1), swap(A, B, hours(0, 24), hours(24, 48), State.ACCEPTED));

        assertThat(plan()).containsExactly("B 0-24 SWAP", "A 24-48 SWAP", "C 48-72 SHIFT");
    }

    @Test
    void onlyTheHoursThatWereGivenChange() {
        file(new UUID(2, 1), swap(A, B, hours(6, 8), null, State.ACCEPTED));

        assertThat(plan())
                .containsExactly("A 0-6 SHIFT", "B 6-8 SWAP", "A 8-24 SHIFT", "B 24-48 SHIFT", "C 48-72 SHIFT");
    }

    @Test
    void dutyThatWasTakenOverCanBePassedOn() {
        file(new UUID(2, 1), swap(A, B, hours(0, 24), null, State.ACCEPTED));
        file(new UUID(2, 2), swap(B, C, hours(0, 24), hours(48, 60), State.ACCEPTED));

        assertThat(plan()).containsExactly("C 0-24 SWAP", "B 24-48 SHIFT", "B 48-60 SWAP", "C 60-72 SHIFT");
    }

    @Test
    void anOverrideGoesBeforeASwapAndEndsWithItsWindow() {
        file(new UUID(2, 1), swap(A, B, hours(0, 24), null, State.ACCEPTED));
        file(new UUID(2, 2), new DutyOverride(Role.REVIEWER, C, hour(10), hour(11)));

        assertThat(plan())
                .containsExactly("B 0-10 SWAP", "C 10-11 OVERRIDE", "B 11-24 SWAP", "B 24-48 SHIFT", "C 48-72 SHIFT");
    }

    @Test
    void dutyOfAnotherRoleIsNotTouched() {
        file(new UUID(2, 1), new DutySwap(Role.CISO, A, B, hours(0, 24), null, State.ACCEPTED));

        assertThat(plan()).containsExactly("A 0-24 SHIFT", "B 24-48 SHIFT", "C 48-72 SHIFT");
    }

    private List<String> plan() {
        ContactBook book = new ContactBook(new AgencyCode("A"), 0, items);
        return DutyPlan.between(book, START, hour(72)).stream()
                .map(it -> "%s %d-%d %s"
                        .formatted(
                                it.contact().equals(A) ? "A" : it.contact().equals(B) ? "B" : "C",
                                (it.from().getEpochSecond() - START.getEpochSecond()) / 3600,
                                (it.until().getEpochSecond() - START.getEpochSecond()) / 3600,
                                it.by()))
                .toList();
    }

    private void file(UUID id, BookItem item) {
        items.put(id, new Versioned<>(item, 1));
    }

    private static DutySwap swap(UUID contact, UUID partner, Interval give, @Nullable Interval take, State state) {
        return new DutySwap(Role.REVIEWER, contact, partner, give, take, state);
    }

    private static Interval hours(int from, int until) {
        return new Interval(hour(from), hour(until));
    }

    private static Instant hour(int hour) {
        return START.plusSeconds(3600L * hour);
    }
}
