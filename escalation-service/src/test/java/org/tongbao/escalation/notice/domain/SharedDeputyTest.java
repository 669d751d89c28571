package org.tongbao.escalation.notice.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.procedure.Channel;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.NoticeRule;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.contracts.procedure.yaml.ProcedureFiles;
import org.tongbao.escalation.contact.domain.AgencyContacts;
import org.tongbao.escalation.contact.domain.DirectorySnapshot;
import org.tongbao.escalation.contact.domain.Person;

/** One deputy for two people: the mail must not name now the one role and now the other. */
class SharedDeputyTest {
    private static final Procedure PROCEDURE =
            ProcedureFiles.shipped().byId("s2-taipei-113").orElseThrow();
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final String AGENCY = "TPE-DOIT";
    private static final UUID HEAD = new UUID(0, 1);
    private static final UUID CISO = new UUID(0, 2);
    private static final UUID DEPUTY = new UUID(0, 3);

    @Test
    void theDeputyIsToldInTheRoleThatTheRuleNamesFirst() {
        DirectorySnapshot directory = new DirectorySnapshot(Map.of(AGENCY, staff()), Map.of(AGENCY, List.of()));
        NoticeRule rule = PROCEDURE.notice("urgent-notice").orElseThrow();
        Notice opened = Notice.about(
                        new UUID(7, 1),
                        new EscalationPolicy(rule, PROCEDURE.ladderOf(rule)),
                        AGENCY,
                        Level.THREE,
                        false,
                        NOON)
                .open(directory, NOON)
                .notice();
        Instant later = NOON.plus(Duration.ofMinutes(10));

        for (int first = 0; first < opened.deliveries().size(); first++) {
            Notice reloaded = reloadedInAnotherOrder(opened, first);
            Notice next = reloaded.decide(new NoticeEvent.TimePassed(), directory, later)
                    .notice();

            assertThat(next.deliveries())
                    .filteredOn(it -> it.contact().equals(DEPUTY))
                    .isNotEmpty()
                    .extracting(Delivery::role)
                    .containsOnly("ciso");
        }
    }

    private static Notice reloadedInAnotherOrder(Notice it, int first) {
        List<Delivery> deliveries = new ArrayList<>(it.deliveries());
        Collections.rotate(deliveries, first);
        return new Notice(
                it.id(),
                it.policy(),
                it.recipientAgency(),
                it.level(),
                it.phoneOnly(),
                it.status(),
                it.position(),
                it.since(),
                it.dueAt(),
                deliveries,
                it.confirmedBy(),
                it.end());
    }

    private static AgencyContacts staff() {
        return new AgencyContacts(
                List.of(member(HEAD, "it-head"), member(CISO, "ciso"), member(DEPUTY)),
                List.of(deputyOf(HEAD), deputyOf(CISO)),
                List.of(),
                List.of());
    }

    private static AgencyContacts.Deputyship deputyOf(UUID contact) {
        return new AgencyContacts.Deputyship(contact, List.of(DEPUTY), NOON.minusSeconds(60), null);
    }

    private static AgencyContacts.Member member(UUID contact, String... roles) {
        var agency = new Person.Agency(AGENCY, AGENCY, Optional.empty());
        var addresses = Map.of(Channel.MAIL, List.of(contact.getLeastSignificantBits() + "@example.test"));
        return new AgencyContacts.Member(new Person(contact, agency, "x", "zh-TW", addresses), Set.of(roles));
    }
}
