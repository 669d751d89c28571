package org.tongbao.escalation.contact.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.procedure.NoticeRule;
import org.tongbao.contracts.procedure.Role;

/** Who is called, when somebody is on duty, absent, or nobody at all. */
class AgencyContactsTest {
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final Instant EVENING = NOON.plusSeconds(6 * 3600);
    private static final UUID ANNE = new UUID(0, 1);
    private static final UUID BEN = new UUID(0, 2);
    private static final UUID CARA = new UUID(0, 3);
    private static final List<NoticeRule.Recipient> REVIEWER_ON_DUTY =
            List.of(new NoticeRule.Recipient(Role.REVIEWER, true));
    private static final List<AgencyContacts.Member> PEOPLE =
            List.of(member(ANNE, "reviewer", "ciso"), member(BEN, "reviewer"), member(CARA));

    @Test
    void whoIsOnDutyIsCalledAndNobodyElse() {
        AgencyContacts staff = new AgencyContacts(PEOPLE, List.of(), List.of(), List.of(shift(BEN, NOON, EVENING)));

        assertThat(called(staff, REVIEWER_ON_DUTY, NOON)).containsExactly(BEN + " ON_DUTY");
    }

    @Test
    void aShiftEndsWhereTheNextBegins() {
        AgencyContacts staff = new AgencyContacts(
                PEOPLE,
                List.of(),
                List.of(),
                List.of(shift(BEN, NOON, EVENING), shift(ANNE, EVENING, EVENING.plusSeconds(60))));

        assertThat(called(staff, REVIEWER_ON_DUTY, EVENING)).containsExactly(ANNE + " ON_DUTY");
    }

    @Test
    void withNobodyOnDutyEverybodyWhoHoldsTheRoleIsCalled() {
        AgencyContacts staff = new AgencyContacts(PEOPLE, List.of(), List.of(), List.of());

        assertThat(called(staff, REVIEWER_ON_DUTY, NOON))
                .containsExactly(ANNE + " NOBODY_ON_DUTY", BEN + " NOBODY_ON_DUTY");
    }

    @Test
    void anAbsentPersonIsReplacedByTheStandInNamedForTheAbsence() {
        AgencyContacts staff = new AgencyContacts(
                PEOPLE,
                List.of(new AgencyContacts.Deputyship(BEN, List.of(ANNE), NOON, null)),
                List.of(new AgencyContacts.Absence(BEN, NOON, EVENING, CARA)),
                List.of(shift(BEN, NOON, EVENING)));

        assertThat(called(staff, REVIEWER_ON_DUTY, NOON)).containsExactly(CARA + " STANDS_IN");
    }

    @Test
    void withoutAStandInTheFirstDeputyWhoIsThereStandsIn() {
        AgencyContacts staff = new AgencyContacts(
                PEOPLE,
                List.of(new AgencyContacts.Deputyship(BEN, List.of(ANNE, CARA), NOON, null)),
                List.of(
                        new AgencyContacts.Absence(BEN, NOON, EVENING, null),
                        new AgencyContacts.Absence(ANNE, NOON, EVENING, null)),
                List.of(shift(BEN, NOON, EVENING)));

        assertThat(called(staff, REVIEWER_ON_DUTY, NOON)).containsExactly(CARA + " STANDS_IN");
    }

    @Test
    void whenAllAreAbsentNobodyIsCalled() {
        AgencyContacts staff = new AgencyContacts(
                List.of(member(ANNE, "reviewer")),
                List.of(new AgencyContacts.Deputyship(ANNE, List.of(ANNE), NOON, null)),
                List.of(new AgencyContacts.Absence(ANNE, NOON, EVENING, null)),
                List.of());

        assertThat(called(staff, REVIEWER_ON_DUTY, NOON)).isEmpty();
    }

    @Test
    void aPersonWithTwoRolesIsCalledOnceInTheFirst() {
        AgencyContacts staff = new AgencyContacts(PEOPLE, List.of(), List.of(), List.of(shift(ANNE, NOON, EVENING)));
        List<NoticeRule.Recipient> roles =
                List.of(new NoticeRule.Recipient(Role.REVIEWER, true), new NoticeRule.Recipient(Role.CISO, false));

        assertThat(called(staff, roles, NOON)).containsExactly(ANNE + " ON_DUTY");
    }

    @Test
    void aDeputyshipCountsWhileItIsValid() {
        AgencyContacts staff = new AgencyContacts(
                PEOPLE,
                List.of(new AgencyContacts.Deputyship(BEN, List.of(CARA), NOON, EVENING)),
                List.of(),
                List.of());

        assertThat(staff.presentDeputies(BEN, NOON)).extracting(Person::contact).containsExactly(CARA);
        assertThat(staff.presentDeputies(BEN, EVENING)).isEmpty();
    }

    private static List<String> called(AgencyContacts staff, List<NoticeRule.Recipient> roles, Instant at) {
        return staff.holdersOf(roles, at).stream()
                .map(it -> it.person().contact() + " " + it.because())
                .toList();
    }

    private static AgencyContacts.Member member(UUID contact, String... roles) {
        var agency = new Person.Agency("TPE", "TPE", Optional.empty());
        return new AgencyContacts.Member(new Person(contact, agency, "x", "zh-TW", Map.of()), Set.of(roles));
    }

    private static AgencyContacts.DutyAssignment shift(UUID contact, Instant from, Instant until) {
        return new AgencyContacts.DutyAssignment("reviewer", contact, from, until);
    }
}
