package org.tongbao.intake.support;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.tongbao.contracts.Ids;
import org.tongbao.embedded.TestTokens;

/** The service under test as a client meets it. */
public final class Api {
    public static final String INCIDENTS = "/api/v1/incidents";
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private Api() {}

    /** Somebody of an agency with these groups. */
    public static RequestSpecification as(String agency, String... groups) {
        String key = agency + String.join(",", groups);
        String token =
                TOKENS.computeIfAbsent(key, it -> TestTokens.token("sub-" + it, "王小明 " + agency, agency, groups));
        return given().auth().oauth2(token).contentType("application/json");
    }

    public static RequestSpecification reporter(String agency) {
        return as(agency, "reporter");
    }

    public static Response report(RequestSpecification as, String body) {
        return report(as, body, Ids.next().toString());
    }

    public static Response report(RequestSpecification as, String body, String key) {
        return as.header("Idempotency-Key", key).body(body).post(INCIDENTS);
    }

    /** A report that was taken, by its id. */
    public static UUID reported(String agency, String body) {
        return UUID.fromString(
                report(reporter(agency), body).then().statusCode(201).extract().path("id"));
    }

    public static Response record(String agency, UUID incident, String kind, String body) {
        return reporter(agency)
                .header("Idempotency-Key", Ids.next().toString())
                .body(body)
                .post(INCIDENTS + "/" + incident + "/" + kind);
    }

    /** A file of the examples that are contract. */
    public static String example(String name) {
        try (var in = Api.class.getResourceAsStream("/examples/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The example report, moved so that its awareness lies this many minutes back. */
    public static String report(int level, Instant awareAt) {
        return """
                {"title": "測試事件", "description": "說明", "awareAt": "%s", "declaredLevel": %d, "measures": "處置",
                 "support": {"needed": false}, "approval": {"role": "ciso", "at": "%s"}}""".formatted(time(awareAt), level, time(awareAt));
    }

    public static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS)
                .atOffset(ZoneOffset.ofHours(8))
                .format(java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX"));
    }
}
