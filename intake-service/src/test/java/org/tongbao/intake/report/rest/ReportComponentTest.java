package org.tongbao.intake.report.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.requirement.Requirement;
import org.tongbao.embedded.TestDatabase;
import org.tongbao.intake.fixture.Directory;
import org.tongbao.intake.fixture.IntakeClient;
import org.tongbao.intake.incident.domain.IncidentNumber;
import org.tongbao.platform.time.Times;
import org.tongbao.testing.database.DatabaseProbe;

/** The report endpoint against the real database, broker and identity provider. */
@QuarkusTest
class ReportComponentTest {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @BeforeAll
    static void directory() {
        Directory.publish();
    }

    @Test
    @Requirement({"S2-05", "S2-12", "S2-15", "S2-22", "S2-23", "S2-26", "S2-27", "S2-40"})
    void theExampleReportGetsTheExampleAnswer() {
        JsonPath expected = new JsonPath(IntakeClient.example("report-taipei-level-3.answer.json"));

        JsonPath answer = IntakeClient.report(
                        IntakeClient.reporter(Directory.OFFICE), IntakeClient.example("report-taipei-level-3.json"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        assertThat(IncidentNumber.isValid(answer.getString("number"))).isTrue();
        assertThat(answer.getString("agency")).isEqualTo("TPE-EDU");
        assertThat(answer.getString("procedure")).isEqualTo("s2-taipei-113");
        assertThat(answer.getString("state")).isEqualTo("REPORTED");
        assertThat(answer.getMap("level")).isEqualTo(expected.getMap("level"));
        assertThat(answer.getString("receivedAt")).endsWith("+08:00");
        Instant received = OffsetDateTime.parse(answer.getString("receivedAt")).toInstant();
        for (Map<String, Object> obligation : expected.<Map<String, Object>>getList("obligations")) {
            Map<String, Object> found = obligation(answer, (String) obligation.get("key"));
            for (String field : List.of("owner", "clause", "force", "anchor")) {
                assertThat(found).containsEntry(field, obligation.get(field));
            }
            assertThat(found.get("dueAt")).isEqualTo(due(obligation, received));
        }
        assertThat(obligation(answer, "response-meeting")).containsEntry("state", "WAITING");
        assertThat(answer.getList("obligations.key", String.class))
                .containsSubsequence(expected.getList("obligations.key", String.class).stream()
                        .filter(key -> !key.equals("team") && !key.equals("level-review"))
                        .toList());
    }

    // The review counts from the reception of this run; everything else from the example's own awareness.
    private static Object due(Map<String, Object> obligation, Instant received) {
        return obligation.get("key").equals("level-review")
                ? Times.text(received.plus(Duration.ofHours(2)))
                : obligation.get("dueAt");
    }

    private static Map<String, Object> obligation(JsonPath answer, String key) {
        return answer.getMap("obligations.find { it.key == '" + key + "' }");
    }

    @Test
    void aReportInTimeMeetsItsOwnObligation() {
        Instant aware = Instant.now().minus(Duration.ofMinutes(5));

        IntakeClient.report(IntakeClient.reporter(Directory.OFFICE), IntakeClient.report(2, aware))
                .then()
                .statusCode(201)
                .body("obligations.find { it.key == 'report' }.state", equalTo("MET"))
                .body("obligations.find { it.key == 'lateral-notice' }", nullValue())
                .body("level.calculated", nullValue());
    }

    @Test
    void aReportAfterItsHourIsTakenAndMetLate() {
        IntakeClient.report(
                        IntakeClient.reporter(Directory.OFFICE),
                        IntakeClient.report(2, Instant.now().minus(Duration.ofMinutes(90))))
                .then()
                .statusCode(201)
                .body("obligations.find { it.key == 'report' }.state", equalTo("MET_LATE"))
                .body("obligations.find { it.key == 'team' }.state", equalTo("OPEN"));
    }

    @Test
    void everythingIsCommittedWithTheNumber() {
        String id = IntakeClient.reported(Directory.OFFICE, IntakeClient.example("report-taipei-level-3.json"))
                .toString();

        assertThat(DatabaseProbe.text("select count(*) from incident where id = '" + id + "'"))
                .isEqualTo("1");
        assertThat(DatabaseProbe.text(
                        "select count(*) from journal where action = 'incident-reported' and incident_id = '" + id
                                + "'"))
                .isEqualTo("1");
        assertThat(DatabaseProbe.text(
                        "select string_agg(agency || ' ' || why, ', ' order by agency, why) from incident_access"
                                + " where incident_id = '" + id + "'"))
                .isEqualTo("TPE superior, TPE supervising, TPE-DOIT city-bureau, TPE-DOIT receiving,"
                        + " TPE-DOIT reviewing");
        assertThat(DatabaseProbe.text(
                        "select string_agg(affected, ',') from affected_agency where incident_id = '" + id + "'"))
                .isEqualTo("TPE-CIVIL");
        assertThat(DatabaseProbe.text("select payload::json ->> 'number' from outbox where subject = '" + id
                        + "' and type = 'tongbao.incident.reported.v1'"))
                .startsWith("20");
        await().untilAsserted(
                        () -> assertThat(DatabaseProbe.text("select sent_at is not null from outbox where subject = '"
                                        + id + "' and type = 'tongbao.incident.reported.v1'"))
                                .isEqualTo("t"));
    }

    @Test
    void fiftyReportsWithOneKeyAreOneIncidentAndFiftyEqualAnswers() throws Exception {
        String key = Ids.next().toString();
        String body = IntakeClient.report(3, Instant.now().minus(Duration.ofMinutes(1)));
        String before = DatabaseProbe.text("select count(*) from incident");
        var pool = Executors.newFixedThreadPool(50);
        List<Future<String>> answers = new ArrayList<>();
        try {
            for (int i = 0; i < 50; i++) {
                answers.add(pool.submit(() -> IntakeClient.report(IntakeClient.reporter(Directory.SIBLING), body, key)
                        .then()
                        .statusCode(201)
                        .extract()
                        .asString()));
            }
            var distinct = new TreeSet<String>();
            for (Future<String> answer : answers) {
                distinct.add(answer.get());
            }
            assertThat(distinct).hasSize(1);
        } finally {
            pool.shutdown();
        }
        assertThat(Long.parseLong(DatabaseProbe.text("select count(*) from incident")))
                .isEqualTo(Long.parseLong(before) + 1);
    }

    /** The first insert of an incident ends as if its number had been drawn before. */
    @Test
    void aNumberThatIsTakenIsDrawnAgain() throws SQLException {
        execute("""
            create sequence collision;
            create function collide() returns trigger security definer language plpgsql as $$
            begin
                if nextval('collision') = 1 then
                    raise unique_violation using
                        message = 'duplicate key value violates unique constraint "incident_number"';
                end if;
                return new;
            end $$;
            create trigger collide before insert on incident for each row execute function collide()""");
        try {
            IntakeClient.report(
                            IntakeClient.reporter(Directory.OFFICE),
                            IntakeClient.report(2, Instant.now().minus(Duration.ofMinutes(1))))
                    .then()
                    .statusCode(201);

            assertThat(DatabaseProbe.text("select last_value from collision")).isEqualTo("2");
        } finally {
            execute("drop trigger collide on incident; drop function collide(); drop sequence collision");
        }
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = TestDatabase.superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void theApiDescriptionHoldsSchemasAndExamples() {
        JsonPath description = given().get(management.resolve("/q/openapi?format=json"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        String report = "paths.'/api/v1/incidents'.post.requestBody.content.'application/json'.";

        assertThat(description.getString("openapi")).startsWith("3.1");
        assertThat(description.getList(report + "schema.required", String.class))
                .containsExactlyInAnyOrder("description", "measures", "support");
        assertThat(description.getMap(report + "examples")).hasSize(2);
        assertThat(
                        description.getList(
                                "paths.'/api/v1/incidents/{id}/{kind}'.post.requestBody.content.'application/json'.schema.oneOf"))
                .hasSize(11);
    }

    @Test
    void aKeyOfAnotherAgencyIsAnotherKey() {
        String key = Ids.next().toString();
        String body = IntakeClient.report(1, Instant.now().minus(Duration.ofMinutes(1)));

        String first = IntakeClient.report(IntakeClient.reporter(Directory.OFFICE), body, key)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String second = IntakeClient.report(IntakeClient.reporter(Directory.SIBLING), body, key)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        assertThat(first).isNotEqualTo(second);
    }

    @Test
    @Requirement({"S2-13", "S2-14"})
    void aCallCountsFromWhenItWasTaken() {
        Instant call = Instant.now().minus(Duration.ofMinutes(30));
        String body = phone(Directory.OFFICE, call, call.minus(Duration.ofMinutes(10)));

        JsonPath answer = IntakeClient.report(IntakeClient.as(Directory.BUREAU, "duty-desk"), body)
                .then()
                .statusCode(201)
                .body("agency", equalTo(Directory.OFFICE))
                .body("receivedAt", equalTo(IntakeClient.time(call)))
                .body("obligations.find { it.key == 'report' }.state", equalTo("MET"))
                .body("obligations.find { it.key == 'report' }.metAt", equalTo(IntakeClient.time(call)))
                .body(
                        "obligations.find { it.key == 'level-review' }.dueAt",
                        equalTo(IntakeClient.time(call.plus(Duration.ofHours(8)))))
                .body("obligations.find { it.key == 'retroactive-filing' }.state", equalTo("WAITING"))
                .extract()
                .jsonPath();

        assertThat(OffsetDateTime.parse(answer.getString("enteredAt")).toInstant())
                .isAfter(call);
        IntakeClient.reporter(Directory.OFFICE)
                .get(IntakeClient.INCIDENTS + "/" + answer.getString("id"))
                .then()
                .statusCode(200)
                .body("channel", equalTo("phone"));
    }

    @Test
    void anAgencyThatIsNotKnownYetReportsUnderTheLawInForceAndIsFlagged() {
        String agency = "NEW-" + Ids.next().toString().substring(24).toUpperCase(java.util.Locale.ROOT);

        String id = IntakeClient.report(
                        IntakeClient.reporter(agency),
                        IntakeClient.report(2, Instant.now().minus(Duration.ofMinutes(5))))
                .then()
                .statusCode(201)
                .body("procedure", equalTo("tw-2026"))
                .body("procedureAssumed", equalTo(true))
                .extract()
                .path("id");

        for (String reader : List.of(agency, Directory.ROOT)) {
            IntakeClient.reporter(reader)
                    .get(IntakeClient.INCIDENTS + "/" + id)
                    .then()
                    .statusCode(200)
                    .body("agency", equalTo(agency));
        }
        IntakeClient.reporter(Directory.CITY)
                .get(IntakeClient.INCIDENTS + "/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    @Requirement("S2-11")
    void aReportWithoutApprovalIsTakenAndOwesOne() {
        String body = IntakeClient.report(2, Instant.now().minus(Duration.ofMinutes(1)))
                .replaceAll(", \"approval\": \\{[^}]*}", "");

        String id = IntakeClient.report(IntakeClient.reporter(Directory.OFFICE), body)
                .then()
                .statusCode(201)
                .body("obligations.find { it.key == 'approval' }.state", equalTo("OPEN"))
                .extract()
                .path("id");

        IntakeClient.as(Directory.OFFICE, "approver")
                .header("Idempotency-Key", Ids.next().toString())
                .body("{\"what\": \"REPORT\"}")
                .post(IntakeClient.INCIDENTS + "/" + id + "/sign-offs")
                .then()
                .statusCode(201)
                .body("obligations.find { it.key == 'approval' }.state", equalTo("MET"));

        assertThat(DatabaseProbe.payloads(id, "tongbao.incident.approved.v1"))
                .as("the reviewing services must know who approved")
                .singleElement()
                .asString()
                .contains("approvedBy");
    }

    static String phone(String agency, Instant call, Instant aware) {
        return """
            {"agency": "%s", "filedBy": {"channel": "phone", "receivedAt": "%s", "caller": "通報窗口（測試）",
             "callerPhone": "+886-2-5555-0101", "reason": "機關對外網路中斷"}, "title": "行政網路核心交換器異常",
             "description": "對外服務中斷。", "awareAt": "%s", "declaredLevel": 2, "measures": "切換備援線路。",
             "support": {"needed": false}}""".formatted(agency, IntakeClient.time(call), IntakeClient.time(aware));
    }
}
