package org.tongbao.escalation.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongbao.escalation.fixture.Directory.BUREAU;
import static org.tongbao.escalation.fixture.Directory.CITY;
import static org.tongbao.escalation.fixture.Directory.SIBLING;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.requirement.Requirement;
import org.tongbao.escalation.fixture.Directory;
import org.tongbao.escalation.fixture.Incidents;
import org.tongbao.escalation.fixture.NoticeTables;
import org.tongbao.testing.database.DatabaseProbe;
import org.tongbao.testing.event.EventSender;

/** A report on a real broker makes exactly the notices of its procedure. */
@QuarkusTest
class OpenNoticesComponentTest {
    private static final EventSender EVENTS = new EventSender();

    @BeforeAll
    static void publishTheDirectory() {
        Directory.publish(EVENTS);
    }

    @AfterAll
    static void close() {
        EVENTS.close();
    }

    @Test
    @Requirement({"S2-15", "S2-52"})
    void aLevelThreeReportTellsEachRoleOfEachAgencyOnceByPhoneAndMail() {
        UUID incident = Ids.next();

        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reported(incident, 3, SIBLING));

        List<String> expected = new ArrayList<>();
        for (String agency : List.of(CITY, BUREAU)) {
            for (String role : List.of("reviewer", "ciso", "it-head")) {
                for (String channel : List.of("mail", "phone-task")) {
                    expected.add(
                            "urgent-notice %s %s %s %s".formatted(agency, role, Directory.name(agency, role), channel));
                }
            }
        }
        for (String channel : List.of("mail", "phone-task")) {
            expected.add("lateral-notice %s report-window %s %s"
                    .formatted(SIBLING, Directory.name(SIBLING, "report-window"), channel));
        }
        DatabaseProbe.soon().untilAsserted(() -> assertThat(NoticeTables.recipients(incident))
                .containsExactlyInAnyOrderElementsOf(expected));
    }
}
