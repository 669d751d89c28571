package org.tongbao.escalation.notice.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongbao.contracts.procedure.Channel;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.NoticeRule;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.contracts.procedure.yaml.ProcedureFiles;
import org.tongbao.escalation.contact.domain.AgencyContacts;
import org.tongbao.escalation.contact.domain.DirectorySnapshot;
import org.tongbao.escalation.contact.domain.Person;

/** Whoever has only channels without an adapter cannot be reached: the next person is told at once, and nobody waits. */
class ChannelsThatCannotSendTest {
    private static final Procedure PROCEDURE =
            ProcedureFiles.shipped().byId("s2-taipei-113").orElseThrow();
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final String AGENCY = "TPE-DOIT";
    private static final UUID CISO = new UUID(0, 1);
    private static final UUID DEPUTY = new UUID(0, 2);
    private static final UUID WINDOW = new UUID(0, 3);

    @ParameterizedTest
    @EnumSource(
            value = Channel.class,
            names = {"SMS", "WEBHOOK"})
    void theDeputyIsToldInstead(Channel only) {
        var deputies = List.of(new AgencyContacts.Deputyship(CISO, List.of(DEPUTY), NOON.minusSeconds(60), null));
        var staff = new AgencyContacts(
                List.of(member(CISO, only, "ciso"), member(DEPUTY, Channel.MAIL)), deputies, List.of(), List.of());

        Decision opened = open(staff);

        assertThat(opened.notice().deliveries()).singleElement().satisfies(it -> assertThat(it.contact())
                .isEqualTo(DEPUTY));
    }

    @ParameterizedTest
    @EnumSource(
            value = Channel.class,
            names = {"SMS", "WEBHOOK"})
    void withoutADeputyTheLadderGoesOnAtOnce(Channel only) {
        var staff = new AgencyContacts(
                List.of(member(CISO, only, "ciso"), member(WINDOW, Channel.PHONE_TASK, "report-window")),
                List.of(),
                List.of(),
                List.of());

        Decision opened = open(staff);

        assertThat(opened.changes()).contains(new NoticeChange.Opened(List.of()));
        assertThat(opened.notice().deliveries()).singleElement().satisfies(it -> assertThat(it.contact())
                .isEqualTo(WINDOW));
    }

    private static Decision open(AgencyContacts staff) {
        NoticeRule rule = PROCEDURE.notice("urgent-notice").orElseThrow();
        return Notice.about(
                        new UUID(7, 1),
                        new EscalationPolicy(rule, PROCEDURE.ladderOf(rule)),
                        AGENCY,
                        Level.THREE,
                        false,
                        NOON)
                .open(new DirectorySnapshot(Map.of(AGENCY, staff), Map.of(AGENCY, List.of())), NOON);
    }

    private static AgencyContacts.Member member(UUID contact, Channel by, String... roles) {
        var agency = new Person.Agency(AGENCY, AGENCY, Optional.empty());
        var person = new Person(contact, agency, "x", "zh-TW", Map.of(by, List.of("x")));
        return new AgencyContacts.Member(person, Set.of(roles));
    }
}
