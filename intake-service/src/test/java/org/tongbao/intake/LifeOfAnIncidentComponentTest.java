package org.tongbao.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.EnteredBy;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.InformationRequested;
import org.tongbao.contracts.event.LateralNoticeMet;
import org.tongbao.contracts.event.NoticeAcknowledged;
import org.tongbao.contracts.event.NoticeOpened;
import org.tongbao.contracts.event.ReviewConcluded;
import org.tongbao.contracts.event.ReviewMissed;
import org.tongbao.contracts.event.ReviewOpened;
import org.tongbao.contracts.requirement.Requirement;
import org.tongbao.intake.fixture.Directory;
import org.tongbao.intake.fixture.IntakeClient;
import org.tongbao.testing.database.DatabaseProbe;
import org.tongbao.testing.event.EventSender;

/** An incident from report to closing, with the other services simulated over the real broker. */
@QuarkusTest
class LifeOfAnIncidentComponentTest {
    private static final EventSender EVENTS = new EventSender();

    @BeforeAll
    static void directory() {
        Directory.publish();
    }

    @AfterAll
    static void close() {
        EVENTS.close();
    }

    @Test
    @Requirement({"S2-10", "S2-20", "S2-21", "S2-25", "S2-26", "S2-28", "S2-40"})
    void theTimelineTellsTheWholeStoryInOrder() {
        Instant aware = minutesAgo(10);
        UUID id = IntakeClient.reported(Directory.OFFICE, withAffected(IntakeClient.report(3, aware)));
        UUID review = Ids.next();
        Instant opened = now();
        EVENTS.send(
                EventTypes.REVIEW_OPENED,
                1,
                new ReviewOpened(id, review, "LEVEL", Directory.BUREAU, "§15(二)", opened, opened.plusSeconds(7200)));
        EVENTS.send(
                EventTypes.NOTICE_OPENED,
                1,
                new NoticeOpened(
                        id,
                        Ids.next(),
                        "urgent-notice",
                        "附件一",
                        Directory.CITY,
                        now(),
                        List.of(new NoticeOpened.Told("李資安", "ciso", Directory.CITY, "mail")),
                        null));
        EVENTS.send(
                EventTypes.NOTICE_ACKNOWLEDGED,
                2,
                new NoticeAcknowledged(
                        id,
                        Ids.next(),
                        "urgent-notice",
                        Directory.CITY,
                        "陳代理",
                        "ciso",
                        "phone-code",
                        now(),
                        new EnteredBy("值勤台甲", Directory.CITY)));
        EVENTS.send(
                EventTypes.LATERAL_NOTICE_MET,
                3,
                new LateralNoticeMet(id, Ids.next(), Directory.SIBLING, "PHONE_ANSWERED", null, now(), null));
        awaitState(id, "lateral-notice", "MET");

        concluded(id, 2, review, "LEVEL", "RELEVELED", 2, "外流資料經查為公開資料");
        awaitState(id, "level-review", "MET");
        read(id).body("level.effective", equalTo(2))
                .body("level.declared", equalTo(3))
                .body("level.reviewed", equalTo(2))
                .body(
                        obligation("damage-control", "dueAt"),
                        equalTo(IntakeClient.time(aware.plus(Duration.ofHours(72)))))
                .body(obligation("damage-control", "clause"), equalTo("§21(一)"))
                .body(obligation("team", "dueAt"), equalTo(IntakeClient.time(aware.plus(Duration.ofHours(3)))))
                .body(obligation("effect-report", "state"), equalTo("LAPSED"));
        JsonPath changed = new JsonPath(DatabaseProbe.payloads(id, EventTypes.INCIDENT_LEVEL_CHANGED.name())
                .get(0));
        assertThat(changed.getInt("from")).isEqualTo(3);
        assertThat(changed.getInt("to")).isEqualTo(2);
        assertThat(changed.getList("limits.key")).contains("team", "damage-control");

        respond(
                        id,
                        "team",
                        "{\"formedAt\": \"" + IntakeClient.time(minutesAgo(2))
                                + "\", \"members\": [{\"seat\": \"incident-commander\", \"name\": \"甲\"}]}")
                .body(obligation("team", "state"), equalTo("MET"));
        respond(id, "milestones", milestone("INITIALLY_CONTAINED"))
                .body(obligation("response-meeting", "state"), equalTo("OPEN"));
        respond(id, "meetings", """
            {"heldAt": "%s", "form": "online", "attendees": ["甲"], "overview": "概況", "scope": "受影響範圍"}""".formatted(IntakeClient.time(now())))
                .body(obligation("response-meeting", "state"), equalTo("MET"));
        IntakeClient.reporter(Directory.OFFICE)
                .get(IntakeClient.INCIDENTS + "/" + id + "/meetings")
                .then()
                .statusCode(200)
                .body("items[0].content.scope", equalTo("受影響範圍"));
        respond(id, "milestones", milestone("CONTAINED"))
                .body("state", equalTo("CONTAINED"))
                .body(obligation("damage-control", "state"), equalTo("MET"))
                .body(obligation("root-cause", "state"), equalTo("OPEN"));
        respond(id, "closing-request", "{\"summary\": \"已完成損害控制\"}")
                .body("state", equalTo("CLOSING_FILED"))
                .body(obligation("closing", "state"), equalTo("MET"));
        UUID closing = Ids.next();
        EVENTS.send(
                EventTypes.REVIEW_OPENED,
                3,
                new ReviewOpened(id, closing, "CLOSING", Directory.BUREAU, "§31(五)", now(), null));
        concluded(id, 4, closing, "CLOSING", "RECEIVED", null, "收訖");
        await().untilAsserted(() -> read(id).body("state", equalTo("CLOSED")));

        IntakeClient.record(Directory.OFFICE, id, "milestones", milestone("RECOVERED"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:tongbao:problem:incident-closed"));
        read(id).body(obligation("record-sign-off", "state"), equalTo("OPEN"));
        JsonPath timeline = IntakeClient.reporter(Directory.OFFICE)
                .get(IntakeClient.INCIDENTS + "/" + id + "/timeline")
                .then()
                .statusCode(200)
                .body("items.at", everyItem(notNullValue()))
                .extract()
                .jsonPath();
        assertThat(timeline.<String>getList("items.kind"))
                .containsSubsequence("REPORTED", "AFFECTED_NAMED", "REVIEW_OPENED")
                .containsSubsequence("REVIEW_RELEVELED", "RESPONDED", "OBLIGATION_MET", "CLOSING_RECEIVED")
                .contains("NOTICE_OPENED", "NOTICE_ACKNOWLEDGED", "LATERAL_NOTICE_MET", "LEVEL_CHANGED", "CLOSED");
        assertThat(timeline.<String>getList("items.at")).isSorted();
        List<String> reviews = timeline.getList("items.findAll { it.kind == 'REVIEW_OPENED' }.what");
        assertThat(reviews.get(0)).contains("審核，期限 ");
        assertThat(reviews.get(1)).endsWith("審核");
        assertThat(timeline.getString("items.find { it.kind == 'REVIEW_RELEVELED' }.why"))
                .isEqualTo("外流資料經查為公開資料");
        assertThat(timeline.getString("items.find { it.kind == 'REVIEW_RELEVELED' }.who"))
                .isEqualTo("審核人");
        assertThat(timeline.getString("items.find { it.kind == 'NOTICE_ACKNOWLEDGED' }.channel"))
                .isEqualTo("phone-code");
        assertThat(timeline.getString("items.find { it.kind == 'NOTICE_ACKNOWLEDGED' }.what"))
                .endsWith("，由 值勤台甲（TPE） 代為登錄");
        assertThat(timeline.getString("items.find { it.kind == 'REPORTED' }.clause"))
                .isEqualTo("§10");
        assertThat(timeline.getString("items.find { it.kind == 'REPORTED' }.who"))
                .isNotBlank();
        read(id).body(obligation("report", "dueAt"), equalTo(IntakeClient.time(aware.plus(Duration.ofHours(1)))));
        for (String sentence : timeline.<String>getList("items.what")) {
            assertThat(sentence).isNotBlank().doesNotContain("{");
        }
        assertThat(DatabaseProbe.texts("select distinct type from outbox where subject = ?", id.toString()))
                .contains(
                        EventTypes.MILESTONE_REACHED.name(),
                        EventTypes.CLOSING_FILED.name(),
                        EventTypes.INCIDENT_CLOSED.name(),
                        EventTypes.OBLIGATION_PROGRESSED.name());
    }

    @Test
    @Requirement("S2-27")
    void aRaisedLevelCountsFromTheOriginalAnchorAndLoweringErasesNothing() {
        Instant aware = minutesAgo(40 * 60);
        UUID id = IntakeClient.reported(Directory.OFFICE, IntakeClient.report(1, aware));

        concluded(id, 1, Ids.next(), "LEVEL", "RELEVELED", 3, "涉及敏感資訊");

        awaitState(id, "damage-control", "OVERDUE");
        String missed = IntakeClient.time(aware.plus(Duration.ofHours(36)));
        read(id).body(obligation("damage-control", "missedAt"), equalTo(missed));
        JsonPath changed = new JsonPath(DatabaseProbe.payloads(id, EventTypes.INCIDENT_LEVEL_CHANGED.name())
                .get(0));
        assertThat(changed.getBoolean("limits.find { it.key == 'damage-control' }.overdue"))
                .isTrue();

        respond(id, "level-changes", "{\"level\": 2, \"reason\": \"範圍縮小\"}").body("level.effective", equalTo(2));

        read(id).body(obligation("damage-control", "state"), equalTo("OVERDUE"))
                .body(obligation("damage-control", "missedAt"), equalTo(missed));
        respond(id, "milestones", milestone("CONTAINED"))
                .body(obligation("damage-control", "state"), equalTo("MET_LATE"))
                .body(obligation("damage-control", "missedAt"), equalTo(missed));
        assertThat(progress(id, "damage-control")).containsExactly("WARNED 50", "OVERDUE", "MET_LATE");
    }

    @Test
    void aLimitIsWarnedOfAndMissedOnceEach() {
        Instant aware = now().minus(Duration.ofMinutes(59)).minusSeconds(57);
        UUID id = IntakeClient.reported(Directory.OFFICE, IntakeClient.report(3, aware));

        awaitState(id, "team", "OVERDUE");

        assertThat(progress(id, "team")).containsExactly("WARNED 90", "OVERDUE");
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(8))
                .untilAsserted(() -> assertThat(progress(id, "team")).containsExactly("WARNED 90", "OVERDUE"));
        respond(
                        id,
                        "team",
                        "{\"formedAt\": \"" + IntakeClient.time(now())
                                + "\", \"members\": [{\"seat\": \"report-window\", \"name\": \"甲\"}]}")
                .body(obligation("team", "state"), equalTo("MET_LATE"));
        assertThat(DatabaseProbe.text(
                        "select count(*) from obligation where next_at is not null and state not in ('OPEN')"))
                .isEqualTo("0");
    }

    @Test
    @Requirement("S2-15")
    void anAgencyNamedLaterIsAnnouncedAndMustBeReached() {
        UUID id = IntakeClient.reported(Directory.OFFICE, IntakeClient.report(2, minutesAgo(5)));

        respond(id, "affected-agencies", "{\"agency\": \"TPE-CIVIL\", \"why\": \"共用系統\"}")
                .body(obligation("lateral-notice", "state"), equalTo("OPEN"));
        respond(id, "affected-agencies", "{\"agency\": \"KHH\", \"why\": \"同一廠商\"}");

        IntakeClient.record(
                        Directory.OFFICE, id, "affected-agencies", "{\"agency\": \"NO-SUCH-AGENCY\", \"why\": \"x\"}")
                .then()
                .statusCode(400)
                .body("violations[0].pointer", equalTo("/agency"));
        IntakeClient.record(Directory.OFFICE, id, "affected-agencies", "{\"agency\": \"KHH\", \"why\": \"again\"}")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:tongbao:problem:affected-already-named"));
        assertThat(DatabaseProbe.payloads(id, EventTypes.AFFECTED_AGENCY_NAMED.name()))
                .hasSize(2);
        EVENTS.send(
                EventTypes.LATERAL_NOTICE_MET,
                1,
                new LateralNoticeMet(id, Ids.next(), "KHH", "REPLIED", "NOT_AFFECTED", now(), null));
        await().untilAsserted(() -> IntakeClient.reporter(Directory.OFFICE)
                .get(IntakeClient.INCIDENTS + "/" + id + "/affected-agencies")
                .then()
                .body("items.find { it.agency == 'KHH' }.reply", equalTo("NOT_AFFECTED")));
        read(id).body(obligation("lateral-notice", "state"), equalTo("OPEN"));
        EVENTS.send(
                EventTypes.LATERAL_NOTICE_MET,
                2,
                new LateralNoticeMet(id, Ids.next(), "TPE-CIVIL", "PHONE_ANSWERED", null, now(), null));
        awaitState(id, "lateral-notice", "MET");
        IntakeClient.reporter(Directory.SIBLING)
                .get(IntakeClient.INCIDENTS + "/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void aMissedReviewAndAQuestionedClosingShow() {
        UUID id = IntakeClient.reported(Directory.OFFICE, IntakeClient.report(2, minutesAgo(5)));
        EVENTS.send(
                EventTypes.REVIEW_MISSED,
                1,
                new ReviewMissed(id, Ids.next(), "LEVEL", Directory.BUREAU, "§15(一)", now(), Directory.ROOT));
        EVENTS.send(
                EventTypes.INFORMATION_REQUESTED,
                2,
                new InformationRequested(id, Ids.next(), Directory.BUREAU, "日誌", "§16", now()));
        awaitState(id, "level-review", "OVERDUE");
        respond(id, "closing-request", "{\"summary\": \"完成\"}").body("state", equalTo("CLOSING_FILED"));
        IntakeClient.record(Directory.OFFICE, id, "closing-request", "{\"summary\": \"完成\"}")
                .then()
                .statusCode(409);

        concluded(id, 3, Ids.next(), "CLOSING", "QUESTIONED", null, "請補根因");

        await().untilAsserted(() -> read(id).body("state", equalTo("REPORTED")));
        respond(id, "closing-request", "{\"summary\": \"補根因\"}").body("state", equalTo("CLOSING_FILED"));
        IntakeClient.reporter(Directory.OFFICE)
                .get(IntakeClient.INCIDENTS + "/" + id + "/timeline")
                .then()
                .body("items.kind", hasItems("REVIEW_MISSED", "INFORMATION_REQUESTED", "CLOSING_QUESTIONED"));
    }

    @Test
    void anEventTwiceHasItsEffectOnceAndOneForAnUnknownIncidentWaits() {
        UUID id = IntakeClient.reported(Directory.OFFICE, IntakeClient.report(2, minutesAgo(5)));
        UUID unknown = Ids.next();
        EVENTS.send(
                EventTypes.INFORMATION_REQUESTED,
                1,
                new InformationRequested(unknown, Ids.next(), Directory.BUREAU, "x", "§16", now()));
        EVENTS.send(EventSender.raw(
                EventTypes.INFORMATION_REQUESTED, Ids.next(), 1, "not json".getBytes(StandardCharsets.UTF_8)));
        var event = EventSender.event(
                EventTypes.INFORMATION_REQUESTED,
                1,
                new InformationRequested(id, Ids.next(), Directory.BUREAU, "日誌", "§16", now()));

        EVENTS.send(event);
        EVENTS.send(event);
        concluded(id, 2, Ids.next(), "LEVEL", "CONFIRMED", 2, "維持");

        awaitState(id, "level-review", "MET");
        assertThat(DatabaseProbe.text(
                        "select count(*) from happening where kind = 'INFORMATION_REQUESTED' and incident_id = ?", id))
                .isEqualTo("1");
        await().untilAsserted(() -> assertThat(
                        DatabaseProbe.texts("select reason from inbox_parked where subject = ?", unknown.toString()))
                .containsExactly("unknown-incident"));
    }

    @Test
    void aSupplementIsMergedVersionedAndGuardedByItsTag() {
        UUID id = IntakeClient.reported(Directory.OFFICE, IntakeClient.report(2, minutesAgo(5)));
        String path = IntakeClient.INCIDENTS + "/" + id;
        String tag = IntakeClient.reporter(Directory.OFFICE)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");

        IntakeClient.reporter(Directory.OFFICE)
                .body("{\"title\": \"新標題\"}")
                .patch(path)
                .then()
                .statusCode(428);
        IntakeClient.reporter(Directory.OFFICE)
                .header("If-Match", tag)
                .contentType("application/merge-patch+json; charset=UTF-8")
                .body("{\"title\": \"新標題\", \"impact\": {\"personalData\": true}, \"approval\": null}")
                .patch(path)
                .then()
                .statusCode(400)
                .body("violations.pointer", equalTo(List.of("/approval")));
        IntakeClient.reporter(Directory.OFFICE)
                .header("If-Match", tag)
                .contentType("application/merge-patch+json; charset=UTF-8")
                .body("{\"title\": \"新標題\", \"occurredAt\": \"" + IntakeClient.time(minutesAgo(60)) + "\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)))
                .body("report.title", equalTo("新標題"))
                .body("report.description", equalTo("說明"))
                .body("anchors.occurred.source", equalTo("TYPED"));
        IntakeClient.reporter(Directory.OFFICE)
                .header("If-Match", tag)
                .body("{\"title\": \"x\"}")
                .patch(path)
                .then()
                .statusCode(412);
        assertThat(DatabaseProbe.texts(
                        "select content::json ->> 'title' from report_version where incident_id = ?", id))
                .containsExactly("測試事件");
        respond(id, "milestones", milestone("CONTAINED"));
        IntakeClient.reporter(Directory.OFFICE).get(path).then().header("ETag", equalTo("\"v2\""));
    }

    @Test
    void aReadOfALevelThreeIsInTheJournalAndAListPages() {
        UUID severe = IntakeClient.reported(Directory.SIBLING, IntakeClient.report(3, minutesAgo(5)));
        UUID slight = IntakeClient.reported(Directory.SIBLING, IntakeClient.report(1, minutesAgo(5)));
        IntakeClient.as(Directory.CITY, "auditor")
                .get(IntakeClient.INCIDENTS + "/" + severe)
                .then()
                .statusCode(200);
        IntakeClient.as(Directory.CITY, "auditor")
                .get(IntakeClient.INCIDENTS + "/" + slight)
                .then()
                .statusCode(200);

        JsonPath first = IntakeClient.reporter(Directory.SIBLING)
                .queryParam("limit", 1)
                .get(IntakeClient.INCIDENTS)
                .then()
                .statusCode(200)
                .header("Link", notNullValue())
                .extract()
                .jsonPath();
        JsonPath second = IntakeClient.reporter(Directory.SIBLING)
                .queryParam("limit", 1)
                .queryParam("cursor", first.getString("next"))
                .get(IntakeClient.INCIDENTS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(first.getString("items[0].id")).isEqualTo(slight.toString());
        assertThat(second.getString("items[0].id")).isEqualTo(severe.toString());
        assertThat(DatabaseProbe.texts(
                        "select incident_id::text from journal where action = 'incident-read' and actor_agency = ?"
                                + " and incident_id = any (array[?::uuid, ?::uuid])",
                        Directory.CITY,
                        severe,
                        slight))
                .containsExactly(severe.toString());
        IntakeClient.reporter(Directory.SIBLING)
                .queryParam("updatedSince", IntakeClient.time(minutesAgo(1)))
                .queryParam("level", 3)
                .get(IntakeClient.INCIDENTS)
                .then()
                .body("items.id", hasItems(severe.toString()))
                .body("items.level", everyItem(equalTo(3)));
    }

    @Test
    void theMatrixAndTheRulesAreReadable() {
        IntakeClient.reporter(Directory.OFFICE)
                .body("""
                    {"procedure": "s2-taipei-113",
                     "impact": {"availability": {"business": "core", "tolerableInterruption": "beyond"}}}""")
                .post("/api/v1/classifications")
                .then()
                .statusCode(200)
                .body("level", equalTo(3))
                .body("because[0].aspect", equalTo("availability"));
        IntakeClient.reporter(Directory.OFFICE)
                .get("/api/v1/procedures")
                .then()
                .statusCode(200)
                .body("items.id", hasItems("tw-2026", "s2-taipei-113"));
        IntakeClient.reporter(Directory.OFFICE)
                .get("/api/v1/procedures/s2-taipei-113")
                .then()
                .statusCode(200)
                .body("rules.obligations.report.clause", equalTo("§10"));
        IntakeClient.reporter(Directory.OFFICE)
                .get("/api/v1/procedures/none")
                .then()
                .statusCode(404);
    }

    @Test
    void theCalendarHoldsWhatIsDue() {
        UUID id = IntakeClient.reported(Directory.OFFICE, IntakeClient.report(2, minutesAgo(5)));

        String calendar = IntakeClient.reporter(Directory.OFFICE)
                .get(IntakeClient.INCIDENTS + "/" + id + "/obligations.ics")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(calendar).startsWith("BEGIN:VCALENDAR\r\n").contains("UID:" + id + "-damage-control@tongbao");
    }

    private static void concluded(
            UUID id, long sequence, UUID review, String kind, String outcome, Integer level, String basis) {
        EVENTS.send(
                EventTypes.REVIEW_CONCLUDED,
                sequence,
                new ReviewConcluded(
                        id, review, kind, outcome, level, basis, Directory.BUREAU, "審核人", "§15(二)", now(), false));
    }

    private static void awaitState(UUID id, String key, String state) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        DatabaseProbe.texts("select state from obligation where incident_id = ? and key = ?", id, key))
                .containsExactly(state));
    }

    private static List<String> progress(UUID id, String key) {
        return DatabaseProbe.payloads(id, EventTypes.OBLIGATION_PROGRESSED.name()).stream()
                .map(JsonPath::new)
                .filter(event -> event.getString("key").equals(key))
                .map(event -> event.get("percent") == null
                        ? event.getString("progress")
                        : event.getString("progress") + " " + event.getInt("percent"))
                .toList();
    }

    private static ValidatableResponse read(UUID id) {
        return IntakeClient.reporter(Directory.OFFICE)
                .get(IntakeClient.INCIDENTS + "/" + id)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse respond(UUID id, String kind, String body) {
        return IntakeClient.record(Directory.OFFICE, id, kind, body).then().statusCode(201);
    }

    private static String obligation(String key, String field) {
        return "obligations.find { it.key == '" + key + "' }." + field;
    }

    private static String milestone(String milestone) {
        return "{\"milestone\": \"" + milestone + "\", \"at\": \"" + IntakeClient.time(now()) + "\"}";
    }

    private static String withAffected(String report) {
        return report.replaceFirst(
                "\"support\"", "\"affectedAgencies\": [{\"agency\": \"TPE-CIVIL\", \"why\": \"共用廠商\"}], \"support\"");
    }

    private static Instant minutesAgo(long minutes) {
        return now().minus(Duration.ofMinutes(minutes)).truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
