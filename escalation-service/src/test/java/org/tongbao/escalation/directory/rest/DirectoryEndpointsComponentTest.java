package org.tongbao.escalation.directory.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.tongbao.escalation.fixture.DirectoryMessages.CODE;
import static org.tongbao.escalation.fixture.DirectoryMessages.agency;
import static org.tongbao.escalation.fixture.DirectoryMessages.await;
import static org.tongbao.escalation.fixture.DirectoryMessages.awaitState;
import static org.tongbao.escalation.fixture.DirectoryMessages.mail;
import static org.tongbao.escalation.fixture.DirectoryMessages.only;
import static org.tongbao.escalation.fixture.DirectoryMessages.phone;
import static org.tongbao.escalation.fixture.EscalationClient.DIRECTORY_MESSAGES;
import static org.tongbao.escalation.fixture.EscalationClient.PHONE_TASKS;
import static org.tongbao.escalation.fixture.EscalationClient.desk;
import static org.tongbao.escalation.fixture.EscalationClient.person;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.Addressee.Channel;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.escalation.fixture.Directory;
import org.tongbao.escalation.fixture.DirectoryMessages;
import org.tongbao.escalation.fixture.Incidents;
import org.tongbao.testing.database.DatabaseProbe;
import org.tongbao.testing.event.EventSender;

/** The directory's messages at the doors: calls on the duty desk's sheet, and who was notified what. */
@QuarkusTest
class DirectoryEndpointsComponentTest {
    private static final EventSender EVENTS = new EventSender();
    private static final String SPOKEN_CODE = "7 F 3 K 9 Q";

    @BeforeAll
    static void publishTheDirectory() {
        Directory.publish(EVENTS);
    }

    @AfterAll
    static void close() {
        EVENTS.close();
    }

    @Test
    void aCodeIsReadToWhoHasAPhoneOnlyAndShownToTheDutyDeskAlone() {
        String agency = agency();
        UUID message = EVENTS.send(DirectoryMessages.code(agency, phone()));

        Map<String, Object> call = DirectoryMessages.call(agency);

        Map<?, ?> script = (Map<?, ?>) call.get("script");
        assertThat(String.valueOf(script.get("zh-TW")))
                .contains(SPOKEN_CODE + "。再說一次：" + SPOKEN_CODE, "值勤台", "通報窗口甲", "通訊錄管理員")
                .doesNotContain("事件");
        assertThat(String.valueOf(script.get("en")))
                .contains(SPOKEN_CODE + ". Once more: " + SPOKEN_CODE, "reaches you")
                .doesNotContainIgnoringCase("incident");
        assertThat(call)
                .containsEntry("kind", "directory")
                .containsEntry("matter", "CODE_REQUESTED")
                .containsEntry("messageId", message.toString())
                .doesNotContainKeys("noticeId", "incidentId", "number", "rule", "title", "clause", "level", "tlp");
        assertThat(auditorsCall(agency, call)).contains("確認碼略").doesNotContain(SPOKEN_CODE, CODE);
        assertThat(messageAt(agency, message)).contains("CODE_REQUESTED").doesNotContain(CODE, SPOKEN_CODE);
        assertThat(person(agency, "directory-admin").get(DIRECTORY_MESSAGES).asString())
                .contains(message.toString())
                .doesNotContain(CODE, SPOKEN_CODE);
    }

    private static String auditorsCall(String agency, Map<String, Object> call) {
        return person(agency, "auditor")
                .get(PHONE_TASKS + "/" + call.get("id"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String messageAt(String agency, UUID message) {
        return person(agency, "directory-admin")
                .get(DIRECTORY_MESSAGES + "/" + message)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void anAnsweredCallEndsItAndIsOnRecord() {
        String agency = agency();
        UUID message = EVENTS.send(DirectoryMessages.code(agency, phone()));
        String path = PHONE_TASKS + "/" + DirectoryMessages.call(agency).get("id") + "/result";

        for (int i = 0; i < 2; i++) {
            desk(agency)
                    .body("{\"outcome\": \"ANSWERED\"}")
                    .post(path)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("DONE"))
                    .body("outcome", equalTo("ANSWERED"))
                    .body("resultBy", equalTo("王小明"));
        }
        desk(agency)
                .body("{\"outcome\": \"NO_ANSWER\"}")
                .post(path)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:tongbao:problem:already-recorded"));

        await(message, "ACCEPTED answered");
        assertThat(DirectoryMessages.attempts(message)).containsExactly("phone ACCEPTED answered");
        assertThat(DatabaseProbe.texts(
                        "select action || ' ' || actor_agency || ' ' || detail from journal where agency = ?", agency))
                .singleElement()
                .asString()
                .startsWith("directory-call-recorded " + agency)
                .contains(message.toString(), "ANSWERED")
                .doesNotContain(CODE);
        assertThat(DirectoryMessages.calls(agency)).isEmpty();
        assertThat(desk(agency)
                        .queryParam("state", "DONE")
                        .get(PHONE_TASKS)
                        .then()
                        .body("items.id", contains(path.split("/")[4]))
                        .extract()
                        .asString())
                .doesNotContain(CODE, SPOKEN_CODE);
    }

    @ParameterizedTest
    @CsvSource({"NO_ANSWER, no-answer", "WRONG_NUMBER, wrong-number"})
    void whoDoesNotAnswerIsToldByTheNextChannel(String outcome, String reason) {
        String agency = agency();
        Channel address = mail();
        UUID message = EVENTS.send(DirectoryMessages.shift(agency, phone(), new Channel("sms", "1"), address));

        result(agency, outcome);

        assertThat(only(address).subject()).contains("開始輪值");
        awaitState(message, "ACCEPTED");
        assertThat(DirectoryMessages.attempts(message))
                .startsWith("phone PERMANENT " + reason, "sms PERMANENT no-such-channel");
    }

    @Test
    void aCodeThatCouldNotBeReadToAnybodyHasFailed() {
        String agency = agency();
        UUID message = EVENTS.send(DirectoryMessages.code(agency, phone()));

        result(agency, "NO_ANSWER");

        await(message, "PERMANENT no-answer");
        assertThat(DatabaseProbe.texts("select code from directory_message where id = ? and code is not null", message))
                .isEmpty();
    }

    private static void result(String agency, String outcome) {
        desk(agency)
                .body("{\"outcome\": \"" + outcome + "\", \"note\": \"rang ten times\"}")
                .post(PHONE_TASKS + "/" + DirectoryMessages.call(agency).get("id") + "/result")
                .then()
                .statusCode(200)
                .body("outcome", equalTo(outcome));
    }

    @Test
    void aCallThatIsTooLateLeavesTheSheet() {
        String agency = agency();
        UUID message = EVENTS.send(DirectoryMessages.code(agency, phone()));
        String path = PHONE_TASKS + "/" + DirectoryMessages.call(agency).get("id");

        DatabaseProbe.change("update directory_message set too_late_at = now(), due_at = now() where id = ?", message);
        await(message, "SUPERSEDED too-late");

        desk(agency).get(path).then().statusCode(200).body("state", equalTo("SUPERSEDED"));
        desk(agency)
                .body("{\"outcome\": \"ANSWERED\"}")
                .post(path + "/result")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:tongbao:problem:no-longer-needed"));
    }

    @Test
    void callsOfIncidentsComeFirstAndThePagesGoOnWithTheDirectory() {
        String agency = agency();
        EVENTS.send(Directory.entry(agency, List.of(Directory.ROOT, agency), Directory.ROOT, null));
        EVENTS.send(Directory.contacts(agency, 1));
        String below = agency();
        EVENTS.send(Directory.entry(below, List.of(Directory.ROOT, agency, below), agency, null));
        DatabaseProbe.awaitAgency(below, 1);
        DatabaseProbe.soon().until(() -> DatabaseProbe.texts(
                        "select code from agency a join contacts c on c.agency = a.code where code = ?", agency)
                .contains(agency));
        UUID first = EVENTS.send(DirectoryMessages.shift(agency, phone()));
        UUID second = EVENTS.send(DirectoryMessages.shift(agency, phone()));
        UUID incident = Ids.next();
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reportedBy(below, incident, 3));
        DatabaseProbe.soon().until(() -> DirectoryMessages.calls(agency).size() > 2);

        List<Map<String, Object>> sheet = pageByPage(agency);

        assertThat(sheet).last().satisfies(it -> assertThat(it).containsEntry("messageId", second.toString()));
        assertThat(sheet.get(sheet.size() - 2)).containsEntry("messageId", first.toString());
        assertThat(sheet.subList(0, sheet.size() - 2)).isNotEmpty().allSatisfy(it -> assertThat(it)
                .containsEntry("kind", "notice")
                .containsEntry("incidentId", incident.toString()));
        desk(agency)
                .queryParam("incident", incident.toString())
                .get(PHONE_TASKS)
                .then()
                .body("items.kind", not(hasItem("directory")));
    }

    private static List<Map<String, Object>> pageByPage(String agency) {
        List<Map<String, Object>> all = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            var page = desk(agency)
                    .queryParam("limit", 1)
                    .queryParam("cursor", cursor)
                    .get(PHONE_TASKS)
                    .then()
                    .statusCode(200)
                    .extract();
            all.addAll(page.<List<Map<String, Object>>>path("items"));
            cursor = page.path("next");
        }
        return all;
    }

    @Test
    void aMessageShowsWhoWasToldWhatAndEveryAttempt() {
        String agency = agency();
        Channel address = mail();
        UUID message = EVENTS.send(DirectoryMessages.shift(agency, new Channel("mail", "none"), address));
        awaitState(message, "ACCEPTED");

        person(agency, "auditor")
                .get(DIRECTORY_MESSAGES + "/" + message)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("kind", equalTo("SHIFT_STARTING"))
                .body("matter.role", equalTo("reviewer"))
                .body("to.name", equalTo("通報窗口甲"))
                .body("state", equalTo("ACCEPTED"))
                .body("attempts.outcome", contains("PERMANENT", "ACCEPTED"))
                .body("attempts.reason[0]", equalTo("address-invalid"))
                .body("attempts.relay[1]", equalTo("relay-1"));
    }

    @Test
    void pagesFollowEachOtherAndShowWhatChangedSince() {
        String agency = agency();
        UUID first = EVENTS.send(DirectoryMessages.shift(agency, mail()));
        UUID second = EVENTS.send(DirectoryMessages.shift(agency, mail()));
        awaitState(first, "ACCEPTED");
        awaitState(second, "ACCEPTED");

        String next = person(agency, "duty-desk")
                .queryParam("limit", 1)
                .get(DIRECTORY_MESSAGES)
                .then()
                .statusCode(200)
                .body("items.id", contains(first.toString()))
                .extract()
                .path("next");

        person(agency, "duty-desk")
                .queryParam("cursor", next)
                .get(DIRECTORY_MESSAGES)
                .then()
                .body("items.id", contains(second.toString()))
                .body("next", equalTo(null));
        DatabaseProbe.change("update directory_message set updated_at = now() + interval '1 hour' where id = ?", first);
        person(agency, "duty-desk")
                .queryParam("updatedSince", Incidents.now().plusSeconds(60).toString())
                .get(DIRECTORY_MESSAGES)
                .then()
                .body("items.id", contains(first.toString()));
    }

    @Test
    void theAgenciesAboveSeeItAndNobodyElse() {
        UUID message = EVENTS.send(DirectoryMessages.shift(Directory.SIBLING, phone()));
        DatabaseProbe.soon()
                .until(() -> DatabaseProbe.texts("select id from directory_call where message_id = ?", message)
                                .size()
                        == 1);
        String call = DatabaseProbe.texts("select id::text from directory_call where message_id = ?", message)
                .get(0);

        for (String above : List.of(Directory.SIBLING, Directory.CITY, Directory.ROOT)) {
            person(above, "directory-admin")
                    .get(DIRECTORY_MESSAGES + "/" + message)
                    .then()
                    .statusCode(200);
            desk(above).get(PHONE_TASKS + "/" + call).then().statusCode(200);
        }
        for (String stranger : List.of(Directory.STRANGER, Directory.OFFICE, Directory.BUREAU)) {
            person(stranger, "directory-admin")
                    .get(DIRECTORY_MESSAGES + "/" + message)
                    .then()
                    .statusCode(404);
            desk(stranger).get(PHONE_TASKS + "/" + call).then().statusCode(404);
            desk(stranger)
                    .body("{\"outcome\": \"ANSWERED\"}")
                    .post(PHONE_TASKS + "/" + call + "/result")
                    .then()
                    .statusCode(404);
        }
        await(message, "PENDING");
    }

    @ParameterizedTest
    @CsvSource({
        "reporter, 403",
        "approver, 403",
        "reviewer, 403",
        "operations, 403",
        "directory-admin, 200",
        "duty-desk, 200",
        "auditor, 200"
    })
    void eachGroupHasItsAnswer(String group, int status) {
        String agency = agency();
        UUID message = EVENTS.send(DirectoryMessages.shift(agency, mail()));
        awaitState(message, "ACCEPTED");

        person(agency, group).get(DIRECTORY_MESSAGES).then().statusCode(status);
        person(agency, group).get(DIRECTORY_MESSAGES + "/" + message).then().statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({
        "/not-an-id, 404",
        "/01a1f66b-09cf-7c1e-9d1a-0c5f2b7e4a11, 404",
        "?limit=0, 400",
        "?cursor=%25, 400",
        "?updatedSince=monday, 400"
    })
    void wrongQuestionsHaveTheirAnswers(String question, int status) {
        person(Directory.OFFICE, "auditor")
                .urlEncodingEnabled(false)
                .get(DIRECTORY_MESSAGES + question)
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }
}
