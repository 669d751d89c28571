package org.tongbao.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongbao.review.fixture.People.person;
import static org.tongbao.review.fixture.People.reviewer;
import static org.tongbao.review.fixture.ReviewClient.REVIEWS;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongbao.review.fixture.Case;
import org.tongbao.review.fixture.Directory;
import org.tongbao.review.fixture.ReviewTables;
import org.tongbao.testing.database.DatabaseProbe;
import org.tongbao.testing.event.EventSender;
import org.tongbao.testing.isolation.EndpointMatrix;
import org.tongbao.testing.isolation.Right;
import org.tongbao.testing.isolation.TableIsolationContract;
import org.tongbao.testing.isolation.TableMatrix;
import org.tongbao.testing.rest.Endpoint;

/** Who sees and changes what: every table and every endpoint. */
@QuarkusTest
class IsolationComponentTest implements TableIsolationContract {
    private static final Set<String> INSIDERS = Set.of(Directory.OFFICE, Directory.CITY, Directory.ROOT);
    /** Tables that a relation opens with the incident. */
    private static final Set<String> OPENED = Set.of("incident", "review", "review_event", "journal");

    private static final Set<String> INSERTED = Set.of("review_event", "journal", "idempotency", "incident_access");
    private static final List<String> CALLERS = List.of(
            "",
            Directory.OFFICE,
            Directory.CITY,
            Directory.ROOT,
            Directory.BUREAU,
            Directory.SCHOOL,
            Directory.SIBLING,
            Directory.STRANGER);
    private static final EventSender EVENTS = new EventSender();

    @TestHTTPResource(value = "/", management = true)
    URI management;

    private Case open;

    @BeforeAll
    static void publishTheDirectory() {
        Directory.publish(EVENTS);
        DatabaseProbe.change("""
            insert into idempotency (agency, key, request_hash, status, body) values ('TPE-EDU', 'k', 'x', 201, '')
            on conflict do nothing""");
    }

    @AfterAll
    static void close() {
        EVENTS.close();
    }

    @BeforeEach
    void openAReview() {
        open = Case.open(EVENTS, 3);
    }

    @Override
    public TableMatrix tables() {
        return new TableMatrix(
                Map.of("procedure_version", "published rules"), CALLERS, this::rowOf, (table, caller) -> {
                    boolean insider = INSIDERS.contains(caller);
                    boolean bureau = caller.equals(Directory.BUREAU);
                    Set<Right> rights = EnumSet.noneOf(Right.class);
                    if (insider || bureau && (OPENED.contains(table) || table.equals("incident_access"))) {
                        rights.add(Right.SELECT);
                    }
                    if (INSERTED.contains(table) && (insider || bureau && OPENED.contains(table))) {
                        rights.add(Right.INSERT);
                    }
                    if (table.equals("review") && rights.contains(Right.SELECT)) {
                        rights.add(Right.UPDATE);
                    }
                    return rights;
                });
    }

    private String rowOf(String table) {
        return switch (table) {
            case "idempotency" -> "agency = 'TPE-EDU'";
            case "incident" -> "id = '" + open.incident() + "'";
            default -> "incident_id = '" + open.incident() + "'";
        };
    }

    @Test
    void everyEndpointAnswersStrangersAsIfNothingWereThere() {
        List<Endpoint> endpoints = Endpoint.described(management);
        var matrix = EndpointMatrix.calling(this::call)
                .expectingTokens(Directory.BUREAU, "reviewer")
                .expecting(403, "operations", () -> person("ops", Directory.ROOT, "operations"))
                .expecting(403, "no agency", () -> person("x", "", "reviewer"))
                .except(IsolationComponentTest::isAnEmptyList);
        for (String agency : List.of(Directory.STRANGER, Directory.SIBLING, Directory.SCHOOL)) {
            matrix.expecting(404, agency, () -> reviewer(agency));
        }

        matrix.check(endpoints);

        assertThat(endpoints).hasSize(7);
        assertThat(ReviewTables.reviews(open.incident())).containsExactly("LEVEL OPEN");
    }

    private static boolean isAnEmptyList(Endpoint endpoint, int expected, Response answer) {
        boolean list = endpoint.reads() && !endpoint.path().contains("{id}") && expected == 404;
        if (list) {
            assertThat(answer.statusCode()).as(endpoint.path()).isEqualTo(200);
            assertThat(answer.jsonPath().getList("items")).as(endpoint.path()).isEmpty();
        }
        return list;
    }

    private Response call(Endpoint endpoint, RequestSpecification person) {
        String body = endpoint.path().endsWith("decision")
                ? "{\"outcome\":\"CONFIRMED\",\"basis\":\"b\"}"
                : "{\"what\":\"x\"}";
        return person.header("If-Match", "\"v1\"")
                .header("Idempotency-Key", "isolation")
                .contentType("application/json")
                .body(body)
                .queryParam("authority", Directory.BUREAU)
                .request(endpoint.method(), endpoint.path().replace("{id}", open.review()));
    }

    @Test
    void theSubtreeTheAuthorityAndTheRootSeeTheReview() {
        for (String agency : List.of(Directory.OFFICE, Directory.CITY, Directory.ROOT, Directory.BUREAU)) {
            assertThat(reviewer(agency).get(REVIEWS + "/" + open.review()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void readingALevelThreeIncidentIsOnRecord() {
        person("curious", Directory.CITY, "auditor")
                .get(REVIEWS + "/" + open.review())
                .then()
                .statusCode(200);

        assertThat(DatabaseProbe.texts(
                        "select actor from journal where incident_id = ? and action = 'review-read' and actor ="
                                + " 'curious'",
                        open.incident()))
                .containsExactly("curious");
    }
}
