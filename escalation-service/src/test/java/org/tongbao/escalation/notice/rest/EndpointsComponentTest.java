package org.tongbao.escalation.notice.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.tongbao.escalation.fixture.Directory.BUREAU;
import static org.tongbao.escalation.fixture.Directory.CITY;
import static org.tongbao.escalation.fixture.Directory.OFFICE;
import static org.tongbao.escalation.fixture.Directory.ROOT;
import static org.tongbao.escalation.fixture.Directory.SIBLING;
import static org.tongbao.escalation.fixture.Directory.STRANGER;
import static org.tongbao.escalation.fixture.Directory.name;
import static org.tongbao.escalation.fixture.EscalationClient.DRY_RUNS;
import static org.tongbao.escalation.fixture.EscalationClient.LATERAL_REPLIES;
import static org.tongbao.escalation.fixture.EscalationClient.NOTICES;
import static org.tongbao.escalation.fixture.EscalationClient.PHONE_TASKS;
import static org.tongbao.escalation.fixture.EscalationClient.desk;
import static org.tongbao.escalation.fixture.EscalationClient.person;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.escalation.fixture.Directory;
import org.tongbao.escalation.fixture.EscalationClient;
import org.tongbao.escalation.fixture.Incidents;
import org.tongbao.escalation.fixture.NoticeMails;
import org.tongbao.escalation.fixture.NoticeTables;
import org.tongbao.testing.database.DatabaseProbe;
import org.tongbao.testing.event.EventSender;
import org.tongbao.testing.event.TopicReader;

/** The doors: what they answer, whom, and what they refuse. */
@QuarkusTest
class EndpointsComponentTest {
    private static final EventSender EVENTS = new EventSender();

    private static UUID incident = Ids.next();
    private static UUID urgent = incident;
    private static UUID lateral = incident;

    @BeforeAll
    static void reportAnIncident() {
        Directory.publish(EVENTS);
        incident = Ids.next();
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reported(incident, 3, SIBLING));
        urgent = NoticeTables.notice(incident, "urgent-notice", BUREAU);
        lateral = NoticeTables.notice(incident, "lateral-notice", SIBLING);
        NoticeMails.first(incident, Directory.mail(BUREAU, "ciso"));
    }

    @AfterAll
    static void close() {
        EVENTS.close();
    }

    @Test
    void aNoticeShowsWhoWasToldByWhichChannelAndEveryAttempt() {
        DatabaseProbe.soon().untilAsserted(() -> person(OFFICE, "reporter")
                .get(NOTICES + "/" + urgent)
                .then()
                .statusCode(200)
                .body("rule", equalTo("urgent-notice"))
                .body("recipientAgency", equalTo(BUREAU))
                .body("steps", hasSize(1))
                .body("recipients", hasSize(3))
                .body(
                        "recipients.find { it.role == 'ciso' }.deliveries.find { it.channel == 'mail' }.attempts.outcome",
                        contains("ACCEPTED"))
                .body(
                        "recipients.find { it.role == 'ciso' }.deliveries.find { it.channel == 'phone-task' }.state",
                        equalTo("PENDING")));
    }

    @Test
    void timesCarryTheOffsetOfTaipei() {
        String openedAt = person(OFFICE, "reporter").get(NOTICES + "/" + urgent).path("openedAt");

        assertThat(openedAt).endsWith("+08:00");
    }

    @Test
    void pagesFollowEachOther() {
        String next = person(OFFICE, "reporter")
                .queryParam("incident", incident.toString())
                .queryParam("limit", 2)
                .get(NOTICES)
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .extract()
                .path("next");

        person(OFFICE, "reporter")
                .queryParam("incident", incident.toString())
                .queryParam("cursor", next)
                .get(NOTICES)
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    /** Who sees how many of the three notices: the incident's line all, who is notified his own. */
    @ParameterizedTest
    @CsvSource({"TPE-EDU, 3", "TPE, 3", "ACS, 3", "TPE-DOIT, 1", "TPE-CIVIL, 1", "HUA, 0"})
    void everybodySeesWhatIsHis(String agency, int count) {
        List<String> rules = person(agency, "reporter")
                .queryParam("incident", incident.toString())
                .get(NOTICES)
                .path("items.recipientAgency");

        assertThat(rules).hasSize(count);
        if (count == 1) {
            assertThat(rules).containsExactly(agency);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TPE-CIVIL, 404",
        "HUA, 404",
        "TPE-DOIT, 200",
        "TPE, 200",
        "TPE-EDU, 200",
    })
    void aForeignNoticeDoesNotExist(String agency, int status) {
        person(agency, "reporter").get(NOTICES + "/" + urgent).then().statusCode(status);
        desk(agency)
                .queryParam("incident", incident.toString())
                .get(PHONE_TASKS)
                .then()
                .statusCode(200);
    }

    @Test
    void theCallSheetHasAScriptInBothLanguagesAndNoCode() {
        String code = NoticeMails.code(NoticeMails.first(incident, Directory.mail(BUREAU, "it-head")));
        String call = EscalationClient.openCall(BUREAU, incident, name(BUREAU, "it-head"));

        String answer = desk(BUREAU)
                .get(PHONE_TASKS + "/" + call)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(answer).contains(Incidents.NUMBER, "值勤台", "duty desk", "+886-900-000-101");
        assertThat(answer).doesNotContain(code, code.replace("-", ""));
    }

    @Test
    void anAgencyThatIsToldAcknowledgesInItsPortal() {
        UUID other = Ids.next();
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reported(other, 3));
        UUID notice = NoticeTables.notice(other, "urgent-notice", BUREAU);

        person(OFFICE, "reporter")
                .post(NOTICES + "/" + notice + "/acknowledgement")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:tongbao:problem:not-told"));
        person(STRANGER, "reviewer")
                .post(NOTICES + "/" + notice + "/acknowledgement")
                .then()
                .statusCode(404);
        for (int i = 0; i < 2; i++) {
            person(BUREAU, "reviewer")
                    .post(NOTICES + "/" + notice + "/acknowledgement")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("ACKNOWLEDGED"))
                    .body("acknowledgement.method", equalTo("portal"));
        }
    }

    @Test
    void aSpokenCodeAcknowledgesForWhoSpokeIt() {
        UUID other = Ids.next();
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reported(other, 3));
        UUID notice = NoticeTables.notice(other, "urgent-notice", BUREAU);
        String code = NoticeMails.code(NoticeMails.first(other, Directory.mail(BUREAU, "it-head")));

        desk(CITY)
                .body("{\"code\": \"000000\"}")
                .post(NOTICES + "/" + notice + "/acknowledgement")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:tongbao:problem:wrong-code"));
        desk(CITY)
                .body("{\"code\": \"" + code.toLowerCase(java.util.Locale.ROOT) + "\"}")
                .post(NOTICES + "/" + notice + "/acknowledgement")
                .then()
                .statusCode(200)
                .body("acknowledgement.name", equalTo(name(BUREAU, "it-head")))
                .body("acknowledgement.method", equalTo("phone-code"))
                .body("acknowledgement.enteredBy.agency", equalTo(CITY));
        assertThat(TopicReader.published(EventTypes.NOTICE_ACKNOWLEDGED, other, 1))
                .extracting(it -> Objects.requireNonNull(it.enteredBy()).agency())
                .containsExactly(CITY);
    }

    @Test
    void wrongCodesCostOnlyWhoeverEntersThem() {
        UUID other = Ids.next();
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reported(other, 3));
        UUID notice = NoticeTables.notice(other, "urgent-notice", BUREAU);
        String right =
                "{\"code\": \"" + NoticeMails.code(NoticeMails.first(other, Directory.mail(BUREAU, "it-head"))) + "\"}";
        String door = NOTICES + "/" + notice + "/acknowledgement";

        for (int i = 0; i < 10; i++) {
            person(OFFICE, "reporter")
                    .body("{\"code\": \"000000\"}")
                    .post(door)
                    .then()
                    .statusCode(422);
        }
        person(OFFICE, "reporter")
                .body(right)
                .post(door)
                .then()
                .statusCode(429)
                .body("type", equalTo("urn:tongbao:problem:too-many-tries"));
        desk(CITY).body(right).post(door).then().statusCode(200).body("status", equalTo("ACKNOWLEDGED"));
    }

    @Test
    void anAffectedAgencyRepliesOnceByItsKey() {
        UUID other = Ids.next();
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reported(other, 1, SIBLING));
        UUID notice = NoticeTables.notice(other, "lateral-notice", SIBLING);
        String body = "{\"noticeId\": \"" + notice + "\", \"reply\": \"NOT_AFFECTED\"}";
        String key = Ids.next().toString();

        person(OFFICE, "reporter")
                .header("Idempotency-Key", Ids.next().toString())
                .body(body)
                .post(LATERAL_REPLIES)
                .then()
                .statusCode(403);
        String first = reply(key, body).then().statusCode(201).extract().asString();
        String again = reply(key, body).then().statusCode(201).extract().asString();
        reply(key, body.replace("NOT_AFFECTED", "AFFECTED")).then().statusCode(422);

        assertThat(again).isEqualTo(first);
        assertThat(TopicReader.published(EventTypes.LATERAL_NOTICE_MET, other, 1))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.how()).isEqualTo("REPLIED");
                    assertThat(it.reply()).isEqualTo("NOT_AFFECTED");
                });
        person(SIBLING, "reporter")
                .queryParam("notice", notice.toString())
                .get(LATERAL_REPLIES)
                .then()
                .statusCode(200)
                .body("items.reply", contains("NOT_AFFECTED"));
        person(STRANGER, "reporter")
                .queryParam("notice", notice.toString())
                .get(LATERAL_REPLIES)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    private static io.restassured.response.Response reply(String key, String body) {
        return person(SIBLING, "reporter")
                .header("Idempotency-Key", key)
                .body(body)
                .post(LATERAL_REPLIES);
    }

    @Test
    void aDryRunNamesWhomTheRealReportTold() {
        List<Map<String, Object>> would = person(ROOT, "reviewer")
                .body("{\"agency\": \"TPE-EDU\", \"level\": 3, \"affectedAgencies\": [\"TPE-CIVIL\"]}")
                .post(DRY_RUNS)
                .then()
                .statusCode(200)
                .body("notices.end", contains("EXHAUSTED", "EXHAUSTED", "EXHAUSTED"))
                .extract()
                .path(
                        "notices.collectMany { n -> n.steps[0].told.collect { [rule: n.rule, agency: n.recipientAgency, role: it.role, name: it.name, channel: it.channel] } }");

        assertThat(would.stream().map(it -> "%s %s %s %s %s"
                        .formatted(
                                it.get("rule"), it.get("agency"), it.get("role"), it.get("name"), it.get("channel"))))
                .containsExactlyInAnyOrderElementsOf(NoticeTables.recipients(incident));
    }

    @Test
    void aDryRunShowsPeopleOnlyWhereTheDirectoryWould() {
        List<Map<String, String>> told = person(OFFICE, "reporter")
                .body("{\"agency\": \"TPE-EDU\", \"level\": 3, \"affectedAgencies\": [\"TPE-CIVIL\"]}")
                .post(DRY_RUNS)
                .then()
                .statusCode(200)
                .extract()
                .path("notices.collectMany { n -> n.steps.collectMany { it.told } }");

        assertThat(told).extracting(it -> it.get("role")).contains("reviewer", "ciso", "it-head", "report-window");
        assertThat(told).extracting(it -> it.get("name")).containsOnlyNulls();
        person(BUREAU, "reviewer")
                .body("{\"agency\": \"TPE-DOIT\", \"level\": 3, \"affectedAgencies\": [\"TPE-DOIT\"]}")
                .post(DRY_RUNS)
                .then()
                .statusCode(200)
                .body(
                        "notices.collectMany { n -> n.steps.collectMany { it.told } }.findAll { it.agency == 'TPE-DOIT' }.name",
                        hasItem(name(BUREAU, "report-window")))
                .body(
                        "notices.collectMany { n -> n.steps.collectMany { it.told } }.findAll { it.agency != 'TPE-DOIT' }.name",
                        everyItem(nullValue()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "phone-tasks | {\"outcome\": \"SHRUG\"}                 | /outcome unknown-value",
                "phone-tasks | {\"outcom\": \"ANSWERED\", \"code\": 1}  | /code wrong-type;/outcom unknown-field;/outcome missing",
                "phone-tasks | not json                                 | malformed-json",
                "dry-runs    | {\"level\": 5}                           | /agency missing;/level out-of-range",
                "dry-runs    | {\"agency\": \"TPE-EDU\", \"level\": 3, \"occasion\": \"x\"}   | /occasion unknown-value",
                "dry-runs    | {\"agency\": \"TPE-EDU\", \"level\": 3, \"procedure\": \"x\"}  | /procedure unknown-value",
                "dry-runs    | {\"agency\": \"HUA\", \"level\": 3}      | /agency unknown-value",
                "dry-runs    | {\"agency\": \"NONE\", \"level\": 3}     | /agency unknown-value",
                "lateral-replies | {\"noticeId\": \"x\", \"reply\": \"YES\"} | /noticeId wrong-format;/reply unknown-value",
            })
    void wrongBodiesAreRefusedWithEverythingThatIsWrong(String door, String body, String violations) {
        String path = door.equals("phone-tasks")
                ? PHONE_TASKS + "/" + EscalationClient.openCall(BUREAU, incident, name(BUREAU, "reviewer")) + "/result"
                : "/api/v1/" + door;

        List<Map<String, String>> found = person(OFFICE, "duty-desk", "reporter")
                .header("Idempotency-Key", Ids.next().toString())
                .body(body)
                .post(path)
                .then()
                .statusCode(400)
                .extract()
                .path("violations");

        assertThat(found.stream()
                        .map(it -> (it.getOrDefault("pointer", "") + " " + it.get("reason")).strip())
                        .sorted())
                .containsExactly(violations.split(";"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET  | /api/v1/notices/not-an-id            | reporter   | 404",
                "GET  | /api/v1/notices/01a1f66b-09cf-7c1e-9d1a-0c5f2b7e4a11 | reporter | 404",
                "GET  | /api/v1/notices?limit=0              | reporter   | 400",
                "GET  | /api/v1/notices?cursor=%25           | reporter   | 400",
                "GET  | /api/v1/notices?incident=x           | reporter   | 400",
                "GET  | /api/v1/notices?updatedSince=monday  | reporter   | 400",
                "GET  | /api/v1/notices                      | operations | 403",
                "GET  | /api/v1/phone-tasks                  | reporter   | 403",
                "GET  | /api/v1/phone-tasks?state=MAYBE      | duty-desk  | 400",
                "POST | /api/v1/phone-tasks/x/result         | auditor    | 403",
                "GET  | /api/v1/lateral-replies              | reporter   | 400",
                "POST | /api/v1/dry-runs                     | operations | 403",
            })
    void wrongQuestionsHaveTheirAnswers(String method, String path, String group, int status) {
        person(OFFICE, group)
                .urlEncodingEnabled(false)
                .body("{}")
                .request(method, path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }

    @Test
    void aCallHasOneResult() {
        String call = EscalationClient.openCall(CITY, incident, name(CITY, "it-head"));
        String path = PHONE_TASKS + "/" + call + "/result";

        desk(BUREAU).body("{\"outcome\": \"NO_ANSWER\"}").post(path).then().statusCode(404);
        for (int i = 0; i < 2; i++) {
            desk(CITY)
                    .body("{\"outcome\": \"WRONG_NUMBER\", \"note\": \"belongs to a bakery\"}")
                    .post(path)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("DONE"))
                    .body("outcome", equalTo("WRONG_NUMBER"));
        }
        desk(CITY)
                .body("{\"outcome\": \"ANSWERED\"}")
                .post(path)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:tongbao:problem:already-recorded"));
    }
}
