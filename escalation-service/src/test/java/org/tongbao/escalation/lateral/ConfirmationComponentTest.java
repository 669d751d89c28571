package org.tongbao.escalation.lateral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.tongbao.escalation.fixture.Directory.CITY;
import static org.tongbao.escalation.fixture.Directory.OFFICE;
import static org.tongbao.escalation.fixture.Directory.SIBLING;
import static org.tongbao.escalation.fixture.Directory.mail;
import static org.tongbao.escalation.fixture.Directory.name;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.AffectedAgencyNamed;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.IncidentClosed;
import org.tongbao.contracts.event.NoticeEnded;
import org.tongbao.embedded.Mail;
import org.tongbao.escalation.acknowledgement.usecase.Acknowledge;
import org.tongbao.escalation.audit.usecase.AuditRequiredNotices;
import org.tongbao.escalation.fixture.Directory;
import org.tongbao.escalation.fixture.EscalationClient;
import org.tongbao.escalation.fixture.Incidents;
import org.tongbao.escalation.fixture.NoticeMails;
import org.tongbao.escalation.fixture.NoticeTables;
import org.tongbao.testing.database.DatabaseProbe;
import org.tongbao.testing.event.EventSender;
import org.tongbao.testing.event.TopicReader;

/** More than twenty affected agencies are notified when the duty desk has said so, and not before. */
@QuarkusTest
class ConfirmationComponentTest {
    private static final EventSender EVENTS = new EventSender();
    private static final String CONFIRM = "{\"decision\": \"CONFIRMED\"}";

    @Inject
    Acknowledge acknowledge;

    @Inject
    AuditRequiredNotices auditDemands;

    @BeforeAll
    static void publishTheDirectory() {
        Directory.publish(EVENTS);
    }

    @AfterAll
    static void close() {
        EVENTS.close();
    }

    @Test
    void theDutyDeskIsAskedAtOnceAndNobodyElseIsToldUntilItConfirms() {
        UUID incident = report(Incidents.many(SIBLING));
        UUID question = question(incident);

        assertThat(NoticeMails.first(incident, mail(OFFICE, "duty-desk")).subject())
                .contains("受影響機關超過 20 個");
        EscalationClient.openCall(OFFICE, incident, name(OFFICE, "duty-desk"));
        EscalationClient.desk(OFFICE)
                .get(EscalationClient.NOTICES + "/" + question)
                .then()
                .statusCode(200)
                .body("confirmation.affectedAgencies", hasSize(21))
                .body("confirmation.affectedAgencies", hasItem(SIBLING))
                .body("confirmation.decision", nullValue());
        assertThat(laterals(incident)).isEmpty();

        decide(OFFICE, question, CONFIRM)
                .statusCode(200)
                .body("status", equalTo("ENDED"))
                .body("endReason", equalTo("CONFIRMED"))
                .body("confirmation.decidedByAgency", equalTo(OFFICE));

        assertThat(laterals(incident)).hasSize(21).contains("lateral-notice " + SIBLING + " OPEN");
        NoticeMails.first(incident, mail(SIBLING, "report-window"));
        assertThat(TopicReader.published(EventTypes.NOTICE_ENDED, incident, 1))
                .filteredOn(it -> it.noticeId().equals(question))
                .extracting(NoticeEnded::reason)
                .containsExactly("CONFIRMED");
        decide(OFFICE, question, CONFIRM).statusCode(200);
        decide(CITY, question, "{\"decision\": \"DECLINED\", \"reason\": \"名單有誤\"}")
                .statusCode(409)
                .body("type", endsWith(":already-decided"));
        assertThat(laterals(incident)).hasSize(21);
    }

    @Test
    void decliningNeedsAReasonAndTellsNobody() throws Throwable {
        UUID incident = report(Incidents.many(SIBLING));
        UUID question = question(incident);

        decide(OFFICE, question, "{\"decision\": \"DECLINED\"}")
                .statusCode(400)
                .body("type", endsWith(":invalid-confirmation"))
                .body("violations.pointer", contains("/reason"));
        decide(OFFICE, question, "{\"decision\": \"PERHAPS\"}")
                .statusCode(400)
                .body("violations.pointer", contains("/decision"));
        decide(OFFICE, question, "{\"decision\": \"DECLINED\", \"reason\": \"名單有誤\"}")
                .statusCode(200)
                .body("endReason", equalTo("DECLINED"))
                .body("confirmation.reason", equalTo("名單有誤"));
        VertxContextSupport.subscribeAndAwait(auditDemands::audit);

        assertThat(laterals(incident)).isEmpty();
        assertThat(DatabaseProbe.texts(
                        "select action from journal where incident_id = ? and actor_agency = ?", incident, OFFICE))
                .contains("lateral-notices-declined");
    }

    @Test
    void onlyADutyDeskThatSeesItDecidesAndOnlyWhatIsAsked() {
        UUID incident = report(Incidents.many(SIBLING));
        UUID question = question(incident);
        UUID urgent = NoticeTables.notice(incident, "urgent-notice", CITY);

        EscalationClient.person(OFFICE, "reporter", "reviewer")
                .body(CONFIRM)
                .post(EscalationClient.NOTICES + "/" + question + "/confirmation")
                .then()
                .statusCode(403);
        decide(SIBLING, question, CONFIRM).statusCode(404);
        decide(CITY, urgent, CONFIRM).statusCode(409).body("type", endsWith(":no-question"));

        assertThat(laterals(incident)).isEmpty();
    }

    @Test
    void twentyAreToldAtOnceAndFurtherOnesWaitTogether() {
        String[] twenty = Arrays.copyOf(Incidents.many(SIBLING), 20);
        UUID incident = report(twenty);
        DatabaseProbe.soon().until(() -> laterals(incident).size() == 20);

        named(incident, 2, "TPE-SCH-20");
        UUID question = question(incident);
        named(incident, 3, "TPE-SCH-21");

        DatabaseProbe.soon().untilAsserted(() -> EscalationClient.desk(CITY)
                .get(EscalationClient.NOTICES + "/" + question)
                .then()
                .body("confirmation.affectedAgencies", contains("TPE-SCH-20", "TPE-SCH-21")));
        assertThat(laterals(incident)).hasSize(20);
        decide(CITY, question, CONFIRM).statusCode(200);
        assertThat(laterals(incident)).hasSize(22);
        named(incident, 4, "TPE-SCH-22");
        DatabaseProbe.soon()
                .until(() -> NoticeTables.notices(incident).contains("lateral-confirmation " + OFFICE + " OPEN"));
        assertThat(laterals(incident)).hasSize(22);
    }

    @Test
    void anUnansweredQuestionGoesUpAndNothingButADecisionEndsIt() throws Throwable {
        UUID incident = report(Incidents.many(SIBLING));
        UUID question = question(incident);
        Mail letter = NoticeMails.first(incident, mail(OFFICE, "duty-desk"));

        DatabaseProbe.change("update notice set due_at = now() where id = ?", question);
        NoticeMails.first(incident, mail(CITY, "duty-desk"));
        VertxContextSupport.subscribeAndAwait(
                () -> acknowledge.byToken(NoticeMails.id(letter), NoticeMails.token(letter)));
        assertThat(DatabaseProbe.texts("select status from notice where id = ? and due_at > now()", question))
                .containsExactly("ACKNOWLEDGED");
        DatabaseProbe.change("update notice set due_at = now() where id = ?", question);
        DatabaseProbe.soon()
                .until(() -> NoticeTables.notices(incident).contains("lateral-confirmation " + OFFICE + " OPEN"));
        EVENTS.send(EventTypes.INCIDENT_CLOSED, 2, new IncidentClosed(incident, Incidents.now()));
        DatabaseProbe.soon()
                .until(() -> NoticeTables.notices(incident).contains("urgent-notice " + CITY + " ENDED SUPERSEDED"));
        assertThat(NoticeTables.notices(incident)).contains("lateral-confirmation " + OFFICE + " OPEN");
        DatabaseProbe.soon().until(() -> {
            DatabaseProbe.change("update notice set due_at = now() where id = ? and status = 'OPEN'", question);
            return NoticeTables.notices(incident).contains("lateral-confirmation " + OFFICE + " ENDED EXHAUSTED");
        });

        assertThat(NoticeMails.to(incident, mail(OFFICE, "duty-desk")).stream()
                        .filter(it -> it.subject().contains("超過 20 個")))
                .hasSize(3);
        assertThat(NoticeMails.to(incident, mail("ACS", "duty-desk"))).isNotEmpty();
        decide(CITY, question, CONFIRM).statusCode(200).body("endReason", equalTo("CONFIRMED"));
        assertThat(laterals(incident)).hasSize(21);
    }

    private static UUID report(String... affected) {
        UUID incident = Ids.next();
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reported(incident, 3, affected));
        return incident;
    }

    private static void named(UUID incident, long sequence, String agency) {
        EVENTS.send(
                EventTypes.AFFECTED_AGENCY_NAMED,
                sequence,
                new AffectedAgencyNamed(incident, agency, "shared vendor", Incidents.now()));
    }

    private static UUID question(UUID incident) {
        return NoticeTables.notice(incident, "lateral-confirmation", OFFICE);
    }

    private static ValidatableResponse decide(String agency, UUID question, String body) {
        return EscalationClient.desk(agency)
                .body(body)
                .post(EscalationClient.NOTICES + "/" + question + "/confirmation")
                .then();
    }

    private static List<String> laterals(UUID incident) {
        return NoticeTables.notices(incident).stream()
                .filter(it -> it.startsWith("lateral-notice "))
                .toList();
    }
}
