package org.tongbao.escalation.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongbao.escalation.fixture.Directory.contact;
import static org.tongbao.escalation.fixture.Directory.mail;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.ContactsEntry;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.IncidentClosed;
import org.tongbao.contracts.event.IncidentReported;
import org.tongbao.contracts.event.IncidentReported.Affected;
import org.tongbao.embedded.Mail;
import org.tongbao.escalation.acknowledgement.usecase.Acknowledge;
import org.tongbao.escalation.fixture.Directory;
import org.tongbao.escalation.fixture.Incidents;
import org.tongbao.escalation.fixture.NoticeMails;
import org.tongbao.escalation.fixture.NoticeTables;
import org.tongbao.testing.database.DatabaseProbe;
import org.tongbao.testing.event.EventSender;

/**
 * A small office is superior, affected and short of people: its CISO and its IT head are report windows as well, and both
 * are notified under two rules. The desk is in the directory twice, with one mailbox.
 */
@QuarkusTest
class FollowUpComponentTest {
    private static final EventSender EVENTS = new EventSender();
    private static final String SMALL = "TPE-SMALL";
    private static final String DESK = mail(SMALL, "desk");

    @Inject
    Acknowledge acknowledge;

    @BeforeAll
    static void publishTheDirectory() {
        Directory.publish(EVENTS);
        EVENTS.send(Directory.entry(SMALL, List.of("ACS", SMALL), SMALL, null));
        EVENTS.send(new ContactsEntry(
                SMALL,
                1,
                List.of(
                        Directory.person(SMALL, "ciso", List.of("ciso", "report-window")),
                        Directory.person(SMALL, "it-head", List.of("it-head", "report-window")),
                        desk("desk-as-reviewer", "reviewer"),
                        desk("desk-as-window", "report-window")),
                List.of(),
                List.of(),
                List.of()));
        DatabaseProbe.soon().until(() -> DatabaseProbe.texts(
                        "select code from agency a join contacts c on c.agency = a.code where code = ?", SMALL)
                .contains(SMALL));
    }

    private static ContactsEntry.Contact desk(String who, String role) {
        return new ContactsEntry.Contact(
                contact(SMALL, who),
                who,
                null,
                "zh-TW",
                List.of(role),
                List.of(new ContactsEntry.Channel("mail", DESK, true)));
    }

    @AfterAll
    static void close() {
        EVENTS.close();
    }

    @Test
    void whoWasToldUnderTwoRulesHearsOnceOfTheEnd() {
        UUID incident = report();
        DatabaseProbe.soon().until(() -> initial(incident, mail(SMALL, "ciso")) == 2 && initial(incident, DESK) == 2);

        EVENTS.send(EventTypes.INCIDENT_CLOSED, 2, new IncidentClosed(incident, Incidents.now()));

        DatabaseProbe.soon()
                .until(() -> NoticeTables.notices(incident).contains("closed " + SMALL + " ENDED INFORMED"));
        for (String address : List.of(mail(SMALL, "ciso"), mail(SMALL, "it-head"), DESK)) {
            assertThat(subjects(incident, address, "結案")).as(address).hasSize(1);
        }
    }

    @Test
    void whoWasToldUnderTwoRulesHearsOnceWhoTookBoth() throws Throwable {
        UUID incident = report();
        DatabaseProbe.soon().until(() -> initial(incident, mail(SMALL, "ciso")) == 2 && initial(incident, DESK) == 2);

        for (Mail letter : NoticeMails.to(incident, mail(SMALL, "ciso"))) {
            VertxContextSupport.subscribeAndAwait(
                    () -> acknowledge.byCode(NoticeMails.id(letter), NoticeMails.code(letter)));
        }

        DatabaseProbe.soon()
                .until(() -> subjects(incident, mail(SMALL, "ciso"), "已由").size() == 2);
        DatabaseProbe.soon().during(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(List.of(
                        subjects(incident, mail(SMALL, "it-head"), "已由").size(),
                        subjects(incident, DESK, "已由").size()))
                .containsExactly(1, 1));
        assertThat(initial(incident, mail(SMALL, "it-head"))).isEqualTo(2);
    }

    private static UUID report() {
        UUID incident = Ids.next();
        IncidentReported it = Incidents.reportedBy(SMALL, incident, 3);
        EVENTS.send(
                EventTypes.INCIDENT_REPORTED,
                1,
                new IncidentReported(
                        incident,
                        it.number(),
                        SMALL,
                        it.procedure(),
                        it.procedureHash(),
                        3,
                        3,
                        3,
                        it.tlp(),
                        it.anchors(),
                        List.of(new Affected(SMALL, "itself")),
                        false,
                        false,
                        false,
                        it.reportedBy(),
                        it.approvedBy()));
        return incident;
    }

    private static long initial(UUID incident, String address) {
        return NoticeMails.to(incident, address).stream()
                .filter(it -> it.subject().contains("請確認"))
                .count();
    }

    private static List<String> subjects(UUID incident, String address, String part) {
        return NoticeMails.to(incident, address).stream()
                .map(Mail::subject)
                .filter(it -> it.contains(part))
                .toList();
    }
}
