package org.tongbao.contacts.people.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.channel.domain.Channel;
import org.tongbao.contacts.channel.domain.ChannelType;
import org.tongbao.contacts.domain.Precondition;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.duty.domain.Shift;
import org.tongbao.contracts.procedure.Role;
import org.tongbao.contracts.requirement.Requirement;

class ContactBookTest {
    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");
    private static final UUID WINDOW = new UUID(0, 1);
    private static final UUID DEPUTY = new UUID(0, 2);
    private static final UUID SECOND_DEPUTY = new UUID(0, 3);
    private static final UUID STRANGER = new UUID(0, 9);

    private final ContactBook book = new ContactBook(new AgencyCode("TPE-EDU"), 0, Map.of());
    private final BookRules rules = new BookRules(Map.of(Role.REPORT_WINDOW, "§6"), List.of(), Set.of());

    ContactBookTest() {
        file(WINDOW, contact(Employment.DEDICATED, Role.REPORT_WINDOW));
        file(DEPUTY, contact(Employment.STAFF, Role.SECURITY_CONTACT));
        file(SECOND_DEPUTY, contact(Employment.STAFF, Role.SECURITY_CONTACT));
    }

    @Test
    void filingTheSameAgainIsNoChange() {
        Contact same = contact(Employment.DEDICATED, Role.REPORT_WINDOW);

        assertThat(book.file(WINDOW, same, Precondition.NOTHING)).isEmpty();
    }

    @Test
    void aChangeCountsItsRevision() {
        var change = book.file(WINDOW, contact(Employment.STAFF, Role.REPORT_WINDOW), Precondition.revision(1));

        assertThat(change).isPresent();
        assertThat(book.find(WINDOW, Contact.class).orElseThrow().revision()).isEqualTo(2);
    }

    @Test
    @Requirement("S2-06")
    void theReportWindowIsNeverOutsourced() {
        var errors = rules.errors(book, "", WINDOW, contact(Employment.OUTSOURCED, Role.REPORT_WINDOW));

        assertThat(errors).singleElement().satisfies(it -> {
            assertThat(it.place()).isEqualTo("/employment");
            assertThat(it.subject()).isEqualTo("report-window §6");
        });
        assertThat(rules.errors(book, "", WINDOW, contact(Employment.OUTSOURCED, Role.PRESS)))
                .isEmpty();
    }

    @Test
    void deputiesAreOtherContactsOfTheSameAgencyEachOnce() {
        var wrong = new Deputyship(WINDOW, List.of(STRANGER, WINDOW, DEPUTY, DEPUTY), NOW, NOW);

        assertThat(rules.errors(book, "", new UUID(1, 1), wrong))
                .extracting(it -> it.place() + " " + it.reason())
                .containsExactly(
                        "/until ENDS_BEFORE_IT_STARTS",
                        "/deputies/0 UNKNOWN_CONTACT",
                        "/deputies/1 OWN_DEPUTY",
                        "/deputies/3 NAMED_TWICE");
    }

    @Test
    void oneContactHasOneOrderOfDeputiesAtATime() {
        file(new UUID(1, 1), new Deputyship(WINDOW, List.of(DEPUTY), NOW, null));
        var second = new Deputyship(WINDOW, List.of(SECOND_DEPUTY), NOW.plusSeconds(60), null);

        assertThat(rules.errors(book, "", new UUID(1, 2), second))
                .extracting(it -> it.place() + " " + it.reason())
                .containsExactly("/from OVERLAPS");
        assertThat(rules.errors(book, "", new UUID(1, 1), second)).isEmpty();
    }

    @Test
    void aShiftIsOfAContactWhoHasTheRole() {
        var shift = new Shift(Role.REVIEWER, WINDOW, NOW, NOW.plusSeconds(60));

        assertThat(rules.errors(book, "", new UUID(1, 1), shift))
                .extracting(it -> it.place() + " " + it.reason())
                .containsExactly("/role ROLE_NOT_HELD");
    }

    @Test
    void theDeputyWhoIsThereActsForTheAbsent() {
        file(new UUID(1, 1), new Deputyship(WINDOW, List.of(DEPUTY, SECOND_DEPUTY), NOW.minusSeconds(9), null));
        file(new UUID(1, 2), new Absence(WINDOW, NOW, NOW.plusSeconds(60), null));
        file(new UUID(1, 3), new Absence(DEPUTY, NOW, NOW.plusSeconds(30), null));

        assertThat(book.actsFor(WINDOW, NOW.minusSeconds(1))).contains(WINDOW);
        assertThat(book.actsFor(WINDOW, NOW)).contains(SECOND_DEPUTY);
        assertThat(book.actsFor(WINDOW, NOW.plusSeconds(30))).contains(DEPUTY);
        assertThat(book.actsFor(WINDOW, NOW.plusSeconds(60))).contains(WINDOW);
    }

    @Test
    void theNamedStandInComesBeforeTheDeputies() {
        file(new UUID(1, 1), new Deputyship(WINDOW, List.of(DEPUTY), NOW, null));
        file(new UUID(1, 2), new Absence(WINDOW, NOW, NOW.plusSeconds(60), SECOND_DEPUTY));

        assertThat(book.actsFor(WINDOW, NOW)).contains(SECOND_DEPUTY);
    }

    @Test
    void aContactWhomSomethingToComeNamesStays() {
        file(new UUID(1, 1), new Deputyship(WINDOW, List.of(DEPUTY), NOW, NOW.plusSeconds(60)));

        var refused = catchThrowableOfType(
                Refused.class, () -> book.remove(DEPUTY, Contact.class, Precondition.revision(1), NOW));

        assertThat(refused.reason()).isEqualTo(Refused.Reason.IN_USE);
        assertThat(book.remove(DEPUTY, Contact.class, Precondition.revision(1), NOW.plusSeconds(60)))
                .isInstanceOf(BookChange.Removed.class);
    }

    @Test
    void anIdOfAnotherKindIsUnknown() {
        var refused = catchThrowableOfType(
                Refused.class, () -> book.remove(WINDOW, Shift.class, Precondition.revision(1), NOW));

        assertThat(refused.reason()).isEqualTo(Refused.Reason.UNKNOWN);
    }

    private void file(UUID id, BookItem item) {
        book.file(id, item, Precondition.NOTHING);
    }

    private static Contact contact(Employment employment, Role role) {
        return new Contact(
                "某甲",
                null,
                employment,
                "zh-TW",
                Set.of(role),
                List.of(new Channel(ChannelType.MAIL, "a@example.test")));
    }
}
