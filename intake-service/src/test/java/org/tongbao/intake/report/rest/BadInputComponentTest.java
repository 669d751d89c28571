package org.tongbao.intake.report.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongbao.contracts.Ids;
import org.tongbao.intake.fixture.Directory;
import org.tongbao.intake.fixture.IntakeClient;
import org.tongbao.testing.database.DatabaseProbe;

/** What is wrong with a request is said with status, slug and pointers; nothing is stored, and a good report follows. */
@QuarkusTest
class BadInputComponentTest {
    private static final String USED_KEY = Ids.next().toString();
    private static final String USED_BODY = good();

    @BeforeAll
    static void directory() {
        Directory.publish();
    }

    @BeforeEach
    void aKeyIsUsed() {
        IntakeClient.report(IntakeClient.reporter(Directory.OFFICE), USED_BODY, USED_KEY)
                .then()
                .statusCode(201);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aBadRequestIsRefusedAndAGoodOneFollows(
            String name, Supplier<Response> request, int status, String slug, List<String> pointers) {
        String before = DatabaseProbe.text("select count(*) from incident");

        Response answer = request.get();

        answer.then().statusCode(status).contentType("application/problem+json");
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:tongbao:problem:" + slug);
        assertThat(answer.jsonPath().getList("violations.pointer", String.class))
                .isEqualTo(pointers);
        assertThat(DatabaseProbe.text("select count(*) from incident")).isEqualTo(before);
        IntakeClient.report(IntakeClient.reporter(Directory.OFFICE), good())
                .then()
                .statusCode(201);
    }

    static Stream<Arguments> aBadRequestIsRefusedAndAGoodOneFollows() {
        Instant tomorrow = Instant.now().plus(Duration.ofHours(23));
        return Stream.of(
                report("no JSON", "{", 400, "invalid-report", ""),
                report("an array", "[]", 400, "invalid-report", ""),
                report(
                        "nothing",
                        "{}",
                        400,
                        "invalid-report",
                        "/awareAt",
                        "/declaredLevel",
                        "/description",
                        "/measures",
                        "/support"),
                report("unknown field", good().replaceFirst("\"title\"", "\"tite\""), 400, "invalid-report", "/tite"),
                report(
                        "wrong type",
                        good().replaceFirst("\"declaredLevel\": 2", "\"declaredLevel\": \"two\""),
                        400,
                        "invalid-report",
                        "/declaredLevel"),
                report(
                        "unknown level",
                        good().replaceFirst("\"declaredLevel\": 2", "\"declaredLevel\": 5"),
                        400,
                        "invalid-report",
                        "/declaredLevel"),
                report(
                        "in the future",
                        IntakeClient.report(2, tomorrow).replaceAll(", \"approval\": \\{[^}]*}", ""),
                        400,
                        "invalid-report",
                        "/awareAt"),
                report("no offset", good().replaceFirst("\\+08:00", ""), 400, "invalid-report", "/awareAt"),
                report(
                        "several at once",
                        IntakeClient.report(9, tomorrow).replaceFirst("\"title\"", "\"tite\""),
                        400,
                        "invalid-report",
                        "/awareAt",
                        "/declaredLevel",
                        "/tite"),
                report(
                        "a line break in the title",
                        good().replaceFirst("測試事件", "a\\\\r\\\\nBcc: x"),
                        400,
                        "invalid-report",
                        "/title"),
                report(
                        "an agency that is none",
                        good().replaceFirst("\\{", "{\"affectedAgencies\": [{\"agency\": \"<a>\", \"why\": \"x\"}], "),
                        400,
                        "invalid-report",
                        "/affectedAgencies/0/agency"),
                report(
                        "named twice",
                        good().replaceFirst(
                                        "\\{",
                                        "{\"affectedAgencies\": [{\"agency\": \"A\", \"why\": \"x\"}, {\"agency\":"
                                                + " \"A\", \"why\": \"x\"}], "),
                        400,
                        "invalid-report",
                        "/affectedAgencies/1/agency"),
                report(
                        "affected agencies that nobody could tell",
                        good().replaceFirst(
                                        "\\{",
                                        "{\"affectedAgencies\": [{\"agency\": \"TPE-CIVIL\", \"why\": \"x\"}, {\"agency\":"
                                                + " \"NO-SUCH-AGENCY\", \"why\": \"x\"}, {\"agency\": \"TPE-EDU\", \"why\":"
                                                + " \"x\"}], "),
                        400,
                        "invalid-report",
                        "/affectedAgencies/1/agency",
                        "/affectedAgencies/2/agency"),
                request(
                        "an agency claim with a line break",
                        () -> IntakeClient.report(IntakeClient.as("TPE-EDU\r\nX", "reporter"), good()),
                        401,
                        "unauthorized"),
                report("a field twice", good().replaceFirst("\\{", "{\"title\": \"x\", "), 400, "invalid-report", ""),
                request(
                        "no key",
                        () -> IntakeClient.reporter(Directory.OFFICE)
                                .body(good())
                                .post(IntakeClient.INCIDENTS),
                        400,
                        "invalid-idempotency-key",
                        "header:Idempotency-Key"),
                request(
                        "a role that may not report",
                        () -> IntakeClient.report(IntakeClient.as(Directory.OFFICE, "auditor"), good()),
                        403,
                        "forbidden"),
                request(
                        "no token",
                        () -> given().contentType("application/json")
                                .body(good())
                                .post(IntakeClient.INCIDENTS),
                        401,
                        "unauthorized"),
                request(
                        "a foreign agency",
                        () -> IntakeClient.report(
                                IntakeClient.reporter(Directory.OFFICE),
                                good().replaceFirst("\\{", "{\"agency\": \"TPE-CIVIL\", ")),
                        403,
                        "foreign-agency"),
                request(
                        "a call taken by a reporter",
                        () -> IntakeClient.report(IntakeClient.reporter(Directory.OFFICE), phone()),
                        403,
                        "foreign-agency"),
                request(
                        "a call for a stranger",
                        () -> IntakeClient.report(IntakeClient.as(Directory.STRANGER, "duty-desk"), phone()),
                        403,
                        "foreign-agency"),
                request(
                        "a call for nobody",
                        () -> IntakeClient.report(
                                IntakeClient.as(Directory.ROOT, "duty-desk"),
                                phone().replaceFirst("TPE-EDU", "NOBODY")),
                        400,
                        "invalid-report",
                        "/agency"),
                request(
                        "a call without its agency",
                        () -> IntakeClient.report(
                                IntakeClient.as(Directory.ROOT, "duty-desk"),
                                phone().replaceFirst("\"agency\": \"TPE-EDU\", ", "")),
                        400,
                        "invalid-report",
                        "/agency"),
                request(
                        "a call in the future",
                        () -> IntakeClient.report(
                                IntakeClient.as(Directory.ROOT, "duty-desk"),
                                ReportComponentTest.phone(
                                        "TPE-EDU", Instant.now().plusSeconds(90), Instant.now())),
                        400,
                        "invalid-report",
                        "/filedBy/receivedAt"),
                request(
                        "another agency without a call",
                        () -> IntakeClient.report(
                                IntakeClient.as(Directory.ROOT, "duty-desk"),
                                good().replaceFirst("\\{", "{\"agency\": \"TPE-EDU\", ")),
                        400,
                        "invalid-report",
                        "/filedBy"),
                request(
                        "an unknown procedure",
                        () -> IntakeClient.reporter(Directory.OFFICE)
                                .body("{\"procedure\": \"none\", \"impact\": {}}")
                                .post("/api/v1/classifications"),
                        400,
                        "invalid-classification",
                        "/procedure"),
                request(
                        "another body for a key",
                        () -> IntakeClient.report(IntakeClient.reporter(Directory.OFFICE), good(), USED_KEY),
                        422,
                        "idempotency-key-reused",
                        "header:Idempotency-Key"),
                request("a stale If-Match", () -> patch("\"v9\"", "{\"title\": \"x\"}"), 412, "stale"),
                request(
                        "no If-Match",
                        () -> patch("", "{\"title\": \"x\"}"),
                        428,
                        "precondition-required",
                        "header:If-Match"),
                request(
                        "a changed awareness",
                        () -> patch("\"v1\"", "{\"awareAt\": \"2026-01-01T00:00:00+08:00\"}"),
                        400,
                        "invalid-report",
                        "/awareAt"),
                request(
                        "no such incident",
                        () -> IntakeClient.reporter(Directory.OFFICE).get(IntakeClient.INCIDENTS + "/" + Ids.next()),
                        404,
                        "not-found"),
                request(
                        "no id",
                        () -> IntakeClient.reporter(Directory.OFFICE).get(IntakeClient.INCIDENTS + "/x"),
                        404,
                        "not-found"),
                request(
                        "a wrong limit",
                        () -> IntakeClient.reporter(Directory.OFFICE)
                                .queryParam("limit", 201)
                                .get(IntakeClient.INCIDENTS),
                        400,
                        "invalid-query",
                        "query:limit"),
                request(
                        "a limit beyond all numbers",
                        () -> IntakeClient.reporter(Directory.OFFICE)
                                .queryParam("limit", "99999999999")
                                .get(IntakeClient.INCIDENTS),
                        400,
                        "invalid-query",
                        "query"),
                request(
                        "a wrong cursor",
                        () -> IntakeClient.reporter(Directory.OFFICE)
                                .queryParam("cursor", "eHg")
                                .get(IntakeClient.INCIDENTS),
                        400,
                        "invalid-query",
                        "query:cursor"),
                request(
                        "a milestone in the future",
                        () -> IntakeClient.record(
                                Directory.OFFICE,
                                known(),
                                "milestones",
                                "{\"milestone\": \"CONTAINED\", \"at\": \"" + IntakeClient.time(tomorrow) + "\"}"),
                        400,
                        "invalid-response",
                        "/at"),
                request(
                        "a milestone that is none",
                        () -> IntakeClient.record(Directory.OFFICE, known(), "milestones", "{\"milestone\": \"DONE\"}"),
                        400,
                        "invalid-response",
                        "/at",
                        "/milestone"),
                request(
                        "the same level",
                        () -> IntakeClient.record(
                                Directory.OFFICE, known(), "level-changes", "{\"level\": 2, \"reason\": \"x\"}"),
                        409,
                        "same-level"),
                request(
                        "a reviewer's milestone",
                        () -> IntakeClient.record(
                                Directory.BUREAU,
                                known(),
                                "milestones",
                                "{\"milestone\": \"CONTAINED\", \"at\": \"" + IntakeClient.time(Instant.now()) + "\"}"),
                        403,
                        "not-your-incident"));
    }

    @Test
    void theExampleProblemIsAnsweredAsWritten() {
        String at = IntakeClient.time(Instant.now().plus(Duration.ofHours(23)));
        String body = IntakeClient.report(3, Instant.now())
                .replaceFirst("\"awareAt\": \"[^\"]*\"", "\"awareAt\": \"" + at + "\"")
                .replaceFirst("declaredLevel", "declaredLvel")
                .replaceFirst(
                        "\\{",
                        "{\"impact\": {\"availability\": {\"business\": \"core\", \"tolerableInterruption\":"
                                + " \"within\"}}, ");

        IntakeClient.report(IntakeClient.reporter(Directory.OFFICE), body)
                .then()
                .statusCode(400)
                .body("title", equalTo("通報內容需要修正"))
                .body("detail", equalTo("有 2 處需要修正，未存入任何資料。"))
                .body("instance", equalTo("/api/v1/incidents"))
                .body("violations.pointer", equalTo(List.of("/awareAt", "/declaredLvel")))
                .body("violations.reason", equalTo(List.of("in-the-future", "unknown-field")))
                .body("violations[0].detail", equalTo("知悉時間 " + at + " 晚於收到時間。"))
                .body("violations[1].detail", equalTo("沒有這個欄位；您是否要填 declaredLevel？"));
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        IntakeClient.report(IntakeClient.reporter(Directory.OFFICE), good().replaceFirst("說明", "x".repeat(300_000)))
                .then()
                .statusCode(413);
        IntakeClient.report(IntakeClient.reporter(Directory.OFFICE), good())
                .then()
                .statusCode(201);
    }

    private static UUID known() {
        return UUID.fromString(DatabaseProbe.text(
                "select id from incident where agency = 'TPE-EDU' and level = 2 and state = 'REPORTED' and"
                        + " version = 1 limit 1"));
    }

    private static Response patch(String ifMatch, String body) {
        return IntakeClient.reporter(Directory.OFFICE)
                .header("If-Match", ifMatch)
                .body(body)
                .patch(IntakeClient.INCIDENTS + "/" + known());
    }

    private static String good() {
        return IntakeClient.report(2, Instant.now().minus(Duration.ofMinutes(1)));
    }

    private static String phone() {
        return ReportComponentTest.phone(
                Directory.OFFICE, Instant.now().minusSeconds(60), Instant.now().minusSeconds(120));
    }

    private static Arguments report(String name, String body, int status, String slug, String... pointers) {
        return request(
                name, () -> IntakeClient.report(IntakeClient.reporter(Directory.OFFICE), body), status, slug, pointers);
    }

    private static Arguments request(
            String name, Supplier<Response> request, int status, String slug, String... pointers) {
        return Arguments.of(name, request, status, slug, List.of(pointers));
    }
}
