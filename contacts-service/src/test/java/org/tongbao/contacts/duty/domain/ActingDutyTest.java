package org.tongbao.contacts.duty.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.domain.Versioned;
import org.tongbao.contacts.people.domain.Absence;
import org.tongbao.contacts.people.domain.BookItem;
import org.tongbao.contacts.people.domain.Contact;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contacts.people.domain.Deputyship;
import org.tongbao.contacts.people.domain.Employment;
import org.tongbao.contracts.procedure.Role;
import org.tongbao.contracts.requirement.Requirement;

/** A is on duty for two days, B for the third; C is A's deputy. */
class ActingDutyTest {
    private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);

    private final Map<UUID, Versioned<BookItem>> items = new HashMap<>();

    ActingDutyTest() {
        for (UUID person : List.of(A, B, C)) {
            file(person, new Contact("某甲", null, Employment.STAFF, "zh-TW", Set.of(Role.REVIEWER), List.of()));
        }
        file(new UUID(1, 1), new Shift(Role.REVIEWER, A, hour(0), hour(48)));
        file(new UUID(1, 2), new Shift(Role.REVIEWER, B, hour(48), hour(72)));
    }

    @Test
    void whoIsThereDoesHisOwnDuty() {
        assertThat(duty()).containsExactlyInAnyOrder("A by A 0-48", "B by B 48-72");
    }

    @Test
    @Requirement("S2-09")
    void theDeputyDoesTheDutyOfTheAbsentForAsLongAsBothHold() {
        file(new UUID(2, 1), new Deputyship(A, List.of(C), hour(-24), hour(40)));
        file(new UUID(2, 2), new Absence(A, hour(12), hour(60), null));

        assertThat(duty())
                .containsExactlyInAnyOrder("A by A 0-12", "A by C 12-40", "A by nobody 40-48", "B by B 48-72");
    }

    @Test
    void aStandInGoesBeforeTheDeputyUntilHeIsAwayHimself() {
        file(new UUID(2, 1), new Deputyship(A, List.of(C), hour(-24), null));
        file(new UUID(2, 2), new Absence(A, hour(0), hour(48), B));
        file(new UUID(2, 3), new Absence(B, hour(6), hour(12), null));

        assertThat(duty()).containsExactlyInAnyOrder("A by B 0-6", "A by C 6-12", "A by B 12-48", "B by B 48-72");
    }

    @Test
    void aChangeIsToldToWhomeverItGivesOrTakesDuty() {
        ContactBook before = book();
        file(new UUID(2, 2), new Absence(A, hour(12), hour(24), C));

        var differences = DutyDifference.between(before, book(), new Interval(START, hour(72)));

        assertThat(differences)
                .containsExactly(
                        new DutyDifference(A, List.of(), shifts(12, 24)),
                        new DutyDifference(C, shifts(12, 24), List.of()));
    }

    @Test
    void whatSomebodyDoesAnywayIsNoChange() {
        ContactBook before = book();
        // The same two days, in two shifts.
        file(new UUID(1, 1), new Shift(Role.REVIEWER, A, hour(0), hour(24)));
        file(new UUID(1, 3), new Shift(Role.REVIEWER, A, hour(24), hour(48)));

        assertThat(DutyDifference.between(before, book(), new Interval(START, hour(72))))
                .isEmpty();
    }

    @Test
    void dutyThatNobodyIsPlannedForIsNobodysNews() {
        ContactBook before = book();
        items.remove(new UUID(1, 2));

        var differences = DutyDifference.between(before, book(), new Interval(START, hour(72)));

        assertThat(differences).containsExactly(new DutyDifference(B, List.of(), shifts(48, 72)));
    }

    private static List<DutyDifference.Shift> shifts(int from, int until) {
        return List.of(new DutyDifference.Shift(Role.REVIEWER, new Interval(hour(from), hour(until))));
    }

    private List<String> duty() {
        return ActingDuty.between(book(), START, hour(72)).stream()
                .map(it -> "%s by %s %d-%d"
                        .formatted(
                                name(it.contact()),
                                it.acting() == null ? "nobody" : name(it.acting()),
                                hours(it.interval().from()),
                                hours(it.interval().until())))
                .toList();
    }

    private ContactBook book() {
        return new ContactBook(new AgencyCode("A"), 0, items);
    }

    private static String name(UUID contact) {
        return contact.equals(A) ? "A" : contact.equals(B) ? "B" : "C";
    }

    private static long hours(Instant at) {
        return (at.getEpochSecond() - START.getEpochSecond()) / 3600;
    }

    private void file(UUID id, BookItem item) {
        items.put(id, new Versioned<>(item, 1));
    }

    private static Instant hour(int hour) {
        return START.plusSeconds(3600L * hour);
    }
}
