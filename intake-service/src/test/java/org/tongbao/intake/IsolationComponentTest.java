package org.tongbao.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.Ids;
import org.tongbao.intake.fixture.Directory;
import org.tongbao.intake.fixture.IntakeClient;
import org.tongbao.testing.database.DatabaseProbe;
import org.tongbao.testing.isolation.EndpointMatrix;
import org.tongbao.testing.isolation.Right;
import org.tongbao.testing.isolation.TableIsolationContract;
import org.tongbao.testing.isolation.TableMatrix;
import org.tongbao.testing.rest.Endpoint;

/** Who sees and changes what: every table and every endpoint. */
@QuarkusTest
class IsolationComponentTest implements TableIsolationContract {
    /** The agency itself and those above it. */
    private static final Set<String> INSIDERS = Set.of(Directory.OFFICE, Directory.CITY, Directory.ROOT);
    /** What a relation opens with the incident; a related agency's changes are refused by the use cases, see below. */
    private static final Set<String> OPENED = Set.of(
            "incident", "obligation", "affected_agency", "report_version", "response_record", "happening", "journal");

    private static final Set<String> UPDATED = Set.of("incident", "obligation");
    private static final List<String> CALLERS = List.of(
            "",
            Directory.OFFICE,
            Directory.CITY,
            Directory.ROOT,
            Directory.BUREAU,
            Directory.SCHOOL,
            Directory.SIBLING,
            Directory.STRANGER);
    /** Endpoints without any agency's data. */
    private static final Set<String> WITHOUT_AGENCY =
            Set.of("/api/v1/classifications", "/api/v1/procedures", "/api/v1/procedures/{id}");

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("milestones", "{\"milestone\": \"CONTAINED\", \"at\": \"2026-11-20T00:00:00+08:00\"}"),
            Map.entry(
                    "team",
                    "{\"formedAt\": \"2026-11-20T00:00:00+08:00\", \"members\": [{\"seat\": \"report-window\","
                            + " \"name\": \"a\"}]}"),
            Map.entry(
                    "meetings",
                    "{\"heldAt\": \"2026-11-20T00:00:00+08:00\", \"form\": \"online\", \"attendees\": [\"a\"],"
                            + " \"overview\": \"a\", \"scope\": \"a\"}"),
            Map.entry("evidence", "{\"what\": \"a\"}"),
            Map.entry("root-cause", "{\"completedAt\": \"2026-11-20T00:00:00+08:00\", \"cause\": \"a\"}"),
            Map.entry("improvements", "{\"kind\": \"DECIDED\", \"at\": \"2026-11-20T00:00:00+08:00\"}"),
            Map.entry("effect-reports", "{\"effect\": \"a\"}"),
            Map.entry(
                    "final-report",
                    "{\"times\": \"a\", \"scopeAndLoss\": \"a\", \"controlAndRecovery\": \"a\", \"investigation\":"
                            + " \"a\", \"rootCause\": \"a\", \"measures\": \"a\", \"schedule\": \"a\"}"),
            Map.entry("closing-request", "{\"summary\": \"a\"}"),
            Map.entry("retroactive-filing", "{\"outageEndedAt\": \"2026-11-20T00:00:00+08:00\"}"),
            Map.entry("level-changes", "{\"level\": 4, \"reason\": \"a\"}"),
            Map.entry("sign-offs", "{\"what\": \"REPORT\"}"),
            Map.entry("affected-agencies", "{\"agency\": \"A\", \"why\": \"a\"}"));

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @BeforeAll
    static void directory() {
        Directory.publish();
    }

    @Override
    public TableMatrix tables() {
        UUID id = anIncidentWithEverything();
        return new TableMatrix(
                Map.of("procedure_version", "published rules"),
                CALLERS,
                table -> rowOf(table, id),
                IsolationComponentTest::expected);
    }

    private static Set<Right> expected(String table, String caller) {
        boolean insider = INSIDERS.contains(caller);
        boolean related = caller.equals(Directory.BUREAU) && OPENED.contains(table);
        Set<Right> rights = EnumSet.noneOf(Right.class);
        if (insider || caller.equals(Directory.BUREAU) && table.equals("incident_access")) {
            rights.add(Right.SELECT);
        }
        if (insider || related) {
            rights.addAll(EnumSet.of(Right.SELECT, Right.INSERT));
        }
        if ((insider || related) && UPDATED.contains(table)) {
            rights.add(Right.UPDATE);
        }
        return rights;
    }

    private static UUID anIncidentWithEverything() {
        String body = IntakeClient.report(3, Instant.now().minus(Duration.ofMinutes(5)))
                .replaceFirst(
                        "\"support\"",
                        "\"affectedAgencies\": [{\"agency\": \"TPE-CIVIL\", \"why\": \"x\"}], \"support\"");
        UUID id = IntakeClient.reported(Directory.OFFICE, body);
        IntakeClient.record(Directory.OFFICE, id, "evidence", "{\"what\": \"x\"}")
                .then()
                .statusCode(201);
        IntakeClient.reporter(Directory.OFFICE)
                .header("If-Match", "\"v1\"")
                .body("{\"title\": \"x\"}")
                .patch(IntakeClient.INCIDENTS + "/" + id)
                .then()
                .statusCode(200);
        return id;
    }

    private static String rowOf(String table, UUID id) {
        return switch (table) {
            case "idempotency" -> "agency = 'TPE-EDU'";
            case "incident" -> "id = '" + id + "'";
            // One that another agency holds would show that agency its own entry.
            case "incident_access" -> "incident_id = '" + id + "' and agency = '" + Directory.BUREAU + "'";
            default -> "incident_id = '" + id + "'";
        };
    }

    @Test
    void everyEndpointAnswersStrangersAsIfNothingWereThere() {
        UUID id = IntakeClient.reported(
                Directory.OFFICE, IntakeClient.report(3, Instant.now().minus(Duration.ofMinutes(5))));
        String[] everyRole = {"reporter", "approver", "reviewer", "auditor"};
        var matrix = EndpointMatrix.calling((endpoint, somebody) -> call(endpoint, somebody, id))
                .expectingTokens(Directory.OFFICE, "reporter")
                .expecting(403, "operations", () -> IntakeClient.as(Directory.ROOT, "operations"))
                .except(IsolationComponentTest::isAListWithoutTheOffice);
        for (String agency : List.of(Directory.STRANGER, Directory.SIBLING, Directory.SCHOOL)) {
            matrix.expecting(404, agency, () -> IntakeClient.as(agency, everyRole));
        }

        List<Endpoint> endpoints = endpoints();
        assertThat(endpoints).hasSizeGreaterThan(2 * BODIES.size());
        matrix.check(endpoints);

        assertThat(DatabaseProbe.texts("select 1 from response_record where incident_id = ?", id))
                .isEmpty();
        assertThat(DatabaseProbe.text("select version || ' ' || level || ' ' || state from incident where id = ?", id))
                .isEqualTo("1 3 REPORTED");
    }

    private static boolean isAListWithoutTheOffice(Endpoint endpoint, int expected, Response answer) {
        boolean list = expected == 404 && endpoint.path().equals(IntakeClient.INCIDENTS);
        if (list) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.jsonPath().getList("items.agency", String.class)).doesNotContain(Directory.OFFICE);
        }
        return list;
    }

    private static Response call(Endpoint endpoint, RequestSpecification somebody, UUID id) {
        String kind = endpoint.path().substring(endpoint.path().lastIndexOf('/') + 1);
        RequestSpecification request = somebody.contentType("application/json")
                .header("If-Match", "\"v1\"")
                .header("Idempotency-Key", "isolation");
        return (endpoint.reads() ? request : request.body(BODIES.getOrDefault(kind, "{\"title\": \"x\"}")))
                .request(endpoint.method(), endpoint.path().replace("{id}", id.toString()));
    }

    /** Those with an agency's data; reporting itself is in the table of bad input. */
    private List<Endpoint> endpoints() {
        return Endpoint.described(management).stream()
                .filter(it -> !WITHOUT_AGENCY.contains(it.path()))
                .filter(it -> it.reads() || !it.path().equals(IntakeClient.INCIDENTS))
                .flatMap(IsolationComponentTest::kinds)
                .toList();
    }

    private static Stream<Endpoint> kinds(Endpoint endpoint) {
        int kind = endpoint.path().indexOf("{kind");
        return kind < 0
                ? Stream.of(endpoint)
                : BODIES.keySet().stream()
                        .filter(it -> !it.equals("sign-offs") && !it.equals("affected-agencies"))
                        .map(it ->
                                new Endpoint(endpoint.method(), endpoint.path().substring(0, kind) + it));
    }

    @Test
    void theSubtreeAndTheRelatedSeeTheIncidentButOnlyItsAgencyChangesIt() {
        UUID id = IntakeClient.reported(
                Directory.OFFICE, IntakeClient.report(3, Instant.now().minus(Duration.ofMinutes(5))));

        for (String agency : List.of(Directory.OFFICE, Directory.CITY, Directory.ROOT, Directory.BUREAU)) {
            IntakeClient.as(agency, "reviewer")
                    .get(IntakeClient.INCIDENTS + "/" + id)
                    .then()
                    .statusCode(200);
        }
        for (String agency : List.of(Directory.CITY, Directory.ROOT, Directory.BUREAU)) {
            for (String kind : BODIES.keySet()) {
                IntakeClient.as(agency, "reporter", "approver")
                        .header("Idempotency-Key", Ids.next().toString())
                        .body(BODIES.get(kind))
                        .post(IntakeClient.INCIDENTS + "/" + id + "/" + kind)
                        .then()
                        .statusCode(403);
            }
        }
    }
}
