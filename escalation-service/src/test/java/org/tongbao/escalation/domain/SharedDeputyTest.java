package org.tongbao.escalation.domain;

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
        Directory directory = new Directory(Map.of(AGENCY, staff()), Map.of(AGENCY, List.of()));
        NoticeRule rule = PROCEDURE.notice("urgent-notice").orElseThrow();
        Notice opened = Notice.about(
                        new UUID(7, 1), new Rule(rule, PROCEDURE.ladderOf(rule)), AGENCY, Level.THREE, false, NOON)
                .open(directory, NOON)
                .notice();
        Instant later = NOON.plus(Duration.ofMinutes(10));

        for (int first = 0; first < opened.told().size(); first++) {
            Notice reloaded = reloadedInAnotherOrder(opened, first);
            Notice next = reloaded.decide(new Happening.TimePassed(), directory, later)
                    .notice();

            assertThat(next.told())
                    .filteredOn(it -> it.contact().equals(DEPUTY))
                    .isNotEmpty()
                    .extracting(Telling::role)
                    .containsOnly("ciso");
        }
    }

    private static Notice reloadedInAnotherOrder(Notice it, int first) {
        List<Telling> told = new ArrayList<>(it.told());
        Collections.rotate(told, first);
        return new Notice(
                it.id(),
                it.rule(),
                it.recipientAgency(),
                it.level(),
                it.phoneOnly(),
                it.status(),
                it.rung(),
                it.since(),
                it.dueAt(),
                told,
                it.confirmedBy(),
                it.end());
    }

    private static Staff staff() {
        return new Staff(
                List.of(member(HEAD, "it-head"), member(CISO, "ciso"), member(DEPUTY)),
                List.of(deputyOf(HEAD), deputyOf(CISO)),
                List.of(),
                List.of());
    }

    private static Staff.Deputyship deputyOf(UUID contact) {
        return new Staff.Deputyship(contact, List.of(DEPUTY), NOON.minusSeconds(60), null);
    }

    private static Staff.Member member(UUID contact, String... roles) {
        var agency = new Person.Agency(AGENCY, AGENCY, Optional.empty());
        var addresses = Map.of(Channel.MAIL, List.of(contact.getLeastSignificantBits() + "@example.test"));
        return new Staff.Member(new Person(contact, agency, "x", "zh-TW", addresses), Set.of(roles));
    }
}
