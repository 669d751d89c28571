package org.tongbao.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongbao.review.fixture.People.reviewer;
import static org.tongbao.review.fixture.ReviewClient.REVIEWS;
import static org.tongbao.review.fixture.ReviewClient.decide;
import static org.tongbao.review.fixture.ReviewClient.tag;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.review.fixture.Case;
import org.tongbao.review.fixture.Directory;
import org.tongbao.review.fixture.Incidents;
import org.tongbao.review.fixture.ReviewClient;
import org.tongbao.review.fixture.ReviewTables;
import org.tongbao.testing.event.EventSender;

/** Input → status, slug, pointers; and after each a good event and a good decision go through. */
@QuarkusTest
class BadInputComponentTest {
    private static final EventSender EVENTS = new EventSender();

    @BeforeAll
    static void publishTheDirectory() {
        Directory.publish(EVENTS);
    }

    @AfterAll
    static void close() {
        EVENTS.close();
    }

    // body | violations as pointer:reason
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "{ | :malformed-json",
                "§§ | :malformed-json",
                "[] | :wrong-type",
                "{\"outcome\":\"CONFIRMED\",\"basis\":\"b\"} {} | :malformed-json",
                "{\"outcome\":\"CONFIRMED\",\"outcome\":\"RELEVELED\"} | :malformed-json",
                "{} | /outcome:missing",
                "{\"outcome\":\"CONFIRMED\",\"basis\":\"b\",\"levle\":3} | /levle:unknown-field",
                "{\"outcome\":\"RELEVELED\",\"basis\":\"b\",\"level\":\"2\"} | /level:wrong-type",
                "{\"outcome\":\"RELEVELED\",\"basis\":\"b\",\"level\":2.5} | /level:wrong-type",
                "{\"outcome\":\"RELEVELED\",\"basis\":\"b\",\"level\":0} | /level:out-of-range",
                "{\"outcome\":\"RELEVELED\",\"basis\":\"b\",\"level\":5} | /level:out-of-range",
                "{\"outcome\":\"RELEVELED\",\"basis\":\"\",\"level\":2} | /basis:too-short",
                "{\"outcome\":\"RELEVELED\",\"basis\":null,\"level\":2} | /basis:wrong-type",
                "{\"outcome\":\"MAYBE\",\"level\":9,\"basis\":5,\"x\":1} | /basis:wrong-type /level:out-of-range"
                        + " /outcome:unknown-value /x:unknown-field",
                "{\"outcome\":\"CONFIRMED\",\"basis\":\"b\",\"support\":{\"note\":\"n\"}} | /support/granted:missing",
                "{\"outcome\":\"CONFIRMED\",\"basis\":\"b\",\"otherAgencies\":\"SOME\"} | /otherAgencies:unknown-value",
                "{\"outcome\":\"RELEVELED\"} | /basis:missing /level:missing",
                "{\"outcome\":\"RELEVELED\",\"basis\":\"b\",\"level\":3} | /level:unchanged",
                "{\"outcome\":\"CONFIRMED\",\"basis\":\"b\",\"level\":2} | /level:differs",
                "{\"outcome\":\"CONFIRMED\",\"basis\":\"   \"} | /basis:missing",
                "{\"outcome\":\"RECEIVED\",\"basis\":\"b\"} | /outcome:not-for-this-review",
            })
    void aWrongDecisionNamesEveryFaultAndStoresNothing(String body, String violations) {
        Case open = Case.open(EVENTS, 3);

        Response answer = decide(reviewer(Directory.BUREAU), open.review(), body == null ? "" : body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("type")).isEqualTo("urn:tongbao:problem:invalid-decision");
        assertThat(violationsOf(answer)).containsExactlyInAnyOrder(violations.split(" "));
        assertThat(ReviewTables.reviews(open.incident())).containsExactly("LEVEL OPEN");
        aGoodDecisionGoesThrough(open);
    }

    @Test
    void aChangeNeedsToSayWhatItWasMadeAgainst() {
        Case open = Case.open(EVENTS, 3);

        for (String act : List.of("claim", "release", "take-over", "decision")) {
            Response answer = reviewer(Directory.BUREAU)
                    .contentType("application/json")
                    .body("{}")
                    .post(REVIEWS + "/" + open.review() + "/" + act);

            assertProblem(answer, 428, "precondition-required", "header:If-Match:missing");
        }
        aGoodDecisionGoesThrough(open);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {"\"v99\"", "\"v0\"", "v1", "*", "\"v1\",\"v2\"", "abc"})
    void aStaleOrForeignTagIsRefused(String tag) {
        Case open = Case.open(EVENTS, 3);

        Response answer =
                reviewer(Directory.BUREAU).header("If-Match", tag).post(REVIEWS + "/" + open.review() + "/claim");

        assertProblem(answer, 412, "stale");
        aGoodDecisionGoesThrough(open);
    }

    @Test
    void whatWasReadBeforeSomebodyActedIsStale() {
        Case open = Case.open(EVENTS, 3);
        String before = tag(open.review());
        ReviewClient.act(reviewer(Directory.BUREAU), open.review(), "claim")
                .then()
                .statusCode(200);

        Response answer =
                reviewer(Directory.BUREAU).header("If-Match", before).post(REVIEWS + "/" + open.review() + "/release");

        assertProblem(answer, 412, "stale");
        aGoodDecisionGoesThrough(open);
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        Case open = Case.open(EVENTS, 3);
        String large = "{\"outcome\":\"CONFIRMED\",\"basis\":\"" + "x".repeat(300_000) + "\"}";

        Response answer = decide(reviewer(Directory.BUREAU), open.review(), large);

        assertThat(answer.statusCode()).isEqualTo(413);
        aGoodDecisionGoesThrough(open);
    }

    @Test
    void aBodyOfAnotherTypeIsRefused() {
        Case open = Case.open(EVENTS, 3);

        Response answer = reviewer(Directory.BUREAU)
                .header("If-Match", tag(open.review()))
                .contentType("text/plain")
                .body("CONFIRMED")
                .post(REVIEWS + "/" + open.review() + "/decision");

        assertProblem(answer, 415, "unsupported-media-type");
        aGoodDecisionGoesThrough(open);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=201, limit",
        "limit=many, limit",
        "cursor=%21%21, cursor",
        "cursor=YWJj, cursor",
        "state=DONE, state",
        "kind=level, kind",
        "updatedSince=yesterday, updatedSince",
        "updatedSince=2026-11-20T08:00:00, updatedSince",
        "incident=x, incident"
    })
    void aWrongQueryNamesItsParameter(String query, String parameter) {
        assertProblem(
                reviewer(Directory.BUREAU).urlEncodingEnabled(false).get(REVIEWS + "?" + query),
                400,
                "invalid-query",
                "query:" + parameter + ":invalid");
        reviewer(Directory.BUREAU).get(REVIEWS).then().statusCode(200);
    }

    @Test
    void aRequestForInformationNeedsAKeyAndWords() {
        Case open = Case.open(EVENTS, 3);
        String door = REVIEWS + "/" + open.review() + "/information-request";

        assertProblem(
                reviewer(Directory.BUREAU)
                        .contentType("application/json")
                        .body("{\"what\":\"logs\"}")
                        .post(door),
                400,
                "invalid-idempotency-key",
                "header:Idempotency-Key:missing");
        assertProblem(
                reviewer(Directory.BUREAU)
                        .header("Idempotency-Key", "k-" + open.review())
                        .contentType("application/json")
                        .body("{\"what\":\" \",\"whom\":\"x\"}")
                        .post(door),
                400,
                "invalid-information-request",
                "/what:wrong-format",
                "/whom:unknown-field");
        reviewer(Directory.BUREAU)
                .header("Idempotency-Key", "k-" + open.review())
                .contentType("application/json")
                .body("{\"what\":\"logs\"}")
                .post(door)
                .then()
                .statusCode(201);
        aGoodDecisionGoesThrough(open);
    }

    @Test
    void whatDoesNotExistIsNotFoundAndWhatCannotBeDoneIsNotAllowed() {
        Case open = Case.open(EVENTS, 3);

        assertProblem(reviewer(Directory.BUREAU).get(REVIEWS + "/no-id"), 404, "not-found");
        assertProblem(
                reviewer(Directory.BUREAU).get(REVIEWS + "/01a1f66b-09cf-7c1e-9d1a-0c5f2b7e4a11"), 404, "not-found");
        assertProblem(reviewer(Directory.BUREAU).delete(REVIEWS + "/" + open.review()), 405, "method-not-allowed");
        aGoodDecisionGoesThrough(open);
    }

    private static void assertProblem(Response answer, int status, String slug, String... violations) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("type")).isEqualTo("urn:tongbao:problem:" + slug);
        assertThat(violationsOf(answer)).containsExactlyInAnyOrder(violations);
    }

    private static List<String> violationsOf(Response answer) {
        List<Map<String, String>> violations = answer.path("violations");
        return violations == null
                ? List.of()
                : violations.stream()
                        .map(it -> it.get("pointer") + ":" + it.get("reason"))
                        .toList();
    }

    private static void aGoodDecisionGoesThrough(Case open) {
        decide(reviewer(Directory.BUREAU), open.review(), "{\"outcome\":\"CONFIRMED\",\"basis\":\"維持\"}")
                .then()
                .statusCode(200);
        EVENTS.send(EventTypes.CLOSING_FILED, 2, Incidents.closingFiled(open.incident()));
        ReviewClient.pending(open.incident(), "CLOSING");
    }
}
