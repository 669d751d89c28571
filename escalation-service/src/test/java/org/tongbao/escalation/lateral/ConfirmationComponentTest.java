package org.tongbao.escalation.lateral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.tongbao.escalation.stage.Directory.CITY;
import static org.tongbao.escalation.stage.Directory.OFFICE;
import static org.tongbao.escalation.stage.Directory.SIBLING;
import static org.tongbao.escalation.stage.Directory.mail;
import static org.tongbao.escalation.stage.Directory.name;

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
import org.tongbao.escalation.stage.Directory;
import org.tongbao.escalation.stage.Doors;
import org.tongbao.escalation.stage.Events;
import org.tongbao.escalation.stage.Incidents;
import org.tongbao.escalation.stage.Letters;
import org.tongbao.escalation.stage.Look;

/** More than twenty affected agencies are notified when the duty desk has said so, and not before. */
@QuarkusTest
class ConfirmationComponentTest {
    private static final Events EVENTS = new Events();
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

        assertThat(Letters.first(incident, mail(OFFICE, "duty-desk")).subject()).contains("受影響機關超過 20 個");
        Doors.openCall(OFFICE, incident, name(OFFICE, "duty-desk"));
        Doors.desk(OFFICE)
                .get(Doors.NOTICES + "/" + question)
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
        Letters.first(incident, mail(SIBLING, "report-window"));
        assertThat(Events.published(EventTypes.NOTICE_ENDED, incident, 1))
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
        assertThat(Look.texts(
                        "select action from journal where incident_id = ? and actor_agency = ?", incident, OFFICE))
                .contains("lateral-notices-declined");
    }

    @Test
    void onlyADutyDeskThatSeesItDecidesAndOnlyWhatIsAsked() {
        UUID incident = report(Incidents.many(SIBLING));
        UUID question = question(incident);
        UUID urgent = Look.notice(incident, "urgent-notice", CITY);

        Doors.person(OFFICE, "reporter", "reviewer")
                .body(CONFIRM)
                .post(Doors.NOTICES + "/" + question + "/confirmation")
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
        Look.soon().until(() -> laterals(incident).size() == 20);

        named(incident, 2, "TPE-SCH-20");
        UUID question = question(incident);
        named(incident, 3, "TPE-SCH-21");

        Look.soon().untilAsserted(() -> Doors.desk(CITY)
                .get(Doors.NOTICES + "/" + question)
                .then()
                .body("confirmation.affectedAgencies", contains("TPE-SCH-20", "TPE-SCH-21")));
        assertThat(laterals(incident)).hasSize(20);
        decide(CITY, question, CONFIRM).statusCode(200);
        assertThat(laterals(incident)).hasSize(22);
        named(incident, 4, "TPE-SCH-22");
        Look.soon().until(() -> Look.notices(incident).contains("lateral-confirmation " + OFFICE + " OPEN"));
        assertThat(laterals(incident)).hasSize(22);
    }

    @Test
    void anUnansweredQuestionGoesUpAndNothingButADecisionEndsIt() throws Throwable {
        UUID incident = report(Incidents.many(SIBLING));
        UUID question = question(incident);
        Mail letter = Letters.first(incident, mail(OFFICE, "duty-desk"));

        Look.change("update notice set due_at = now() where id = ?", question);
        Letters.first(incident, mail(CITY, "duty-desk"));
        VertxContextSupport.subscribeAndAwait(() -> acknowledge.byToken(Letters.id(letter), Letters.token(letter)));
        assertThat(Look.texts("select status from notice where id = ? and due_at > now()", question))
                .containsExactly("ACKNOWLEDGED");
        Look.change("update notice set due_at = now() where id = ?", question);
        Look.soon().until(() -> Look.notices(incident).contains("lateral-confirmation " + OFFICE + " OPEN"));
        EVENTS.send(EventTypes.INCIDENT_CLOSED, 2, new IncidentClosed(incident, Incidents.now()));
        Look.soon().until(() -> Look.notices(incident).contains("urgent-notice " + CITY + " ENDED SUPERSEDED"));
        assertThat(Look.notices(incident)).contains("lateral-confirmation " + OFFICE + " OPEN");
        Look.soon().until(() -> {
            Look.change("update notice set due_at = now() where id = ? and status = 'OPEN'", question);
            return Look.notices(incident).contains("lateral-confirmation " + OFFICE + " ENDED EXHAUSTED");
        });

        assertThat(Letters.to(incident, mail(OFFICE, "duty-desk")).stream()
                        .filter(it -> it.subject().contains("超過 20 個")))
                .hasSize(3);
        assertThat(Letters.to(incident, mail("ACS", "duty-desk"))).isNotEmpty();
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
        return Look.notice(incident, "lateral-confirmation", OFFICE);
    }

    private static ValidatableResponse decide(String agency, UUID question, String body) {
        return Doors.desk(agency)
                .body(body)
                .post(Doors.NOTICES + "/" + question + "/confirmation")
                .then();
    }

    private static List<String> laterals(UUID incident) {
        return Look.notices(incident).stream()
                .filter(it -> it.startsWith("lateral-notice "))
                .toList();
    }
}
