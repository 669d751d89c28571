package org.tongbao.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.Ids;
import org.tongbao.embedded.TestDatabase;
import org.tongbao.embedded.TestTokens;
import org.tongbao.intake.support.Api;
import org.tongbao.intake.support.Directory;
import org.tongbao.intake.support.Look;

/**
 * Who sees and changes what: every table of the catalogue by plain SQL under the service's role, and every endpoint of the API
 * description over HTTP.
 */
@QuarkusTest
class IsolationComponentTest {
    /** Tables without row-level security, each with its reason. A new table must be protected or be named here. */
    private static final Map<String, String> PUBLIC = Map.ofEntries(
            Map.entry("agency", "the directory, public within the government"),
            Map.entry("agency_closure", "the directory"),
            Map.entry("agency_offset", "how far the directory was read"),
            Map.entry("procedure_version", "published rules"),
            Map.entry("outbox", "callers may only insert"),
            Map.entry("outbox_sequence", "callers may do nothing"),
            Map.entry("inbox", "callers may do nothing"),
            Map.entry("inbox_position", "callers may do nothing"),
            Map.entry("inbox_parked", "callers may do nothing"),
            Map.entry("flyway_schema_history", "callers may do nothing"));

    /** The agency itself and those above it. */
    private static final Set<String> INSIDERS = Set.of(Directory.EDU, Directory.CITY, Directory.ROOT);
    /** What a relation opens with the incident; a related agency's changes are refused by the use cases, see below. */
    private static final Set<String> OPENED = Set.of(
            "incident", "obligation", "affected_agency", "report_version", "response_record", "happening", "journal");

    private static final Set<String> UPDATED = Set.of("incident", "obligation");
    private static final List<String> CALLERS = List.of(
            "",
            Directory.EDU,
            Directory.CITY,
            Directory.ROOT,
            Directory.BUREAU,
            Directory.SCHOOL,
            Directory.CIVIL,
            Directory.STRANGER);
    /** Endpoints without any agency's data. */
    private static final Set<String> OPEN_DOORS =
            Set.of("/api/v1/classifications", "/api/v1/procedures", "/api/v1/procedures/{id}");

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("milestones", "{\"milestone\": \"CONTAINED\", \"at\": \"2026-11-20T00:00:00+08:00\"}"),
            Map.entry(
                    "team",
                    "{\"formedAt\": \"2026-11-20T00:00:00+08:00\", \"members\": [{\"seat\": \"report-window\", \"name\": \"a\"}]}"),
            Map.entry(
                    "meetings",
                    "{\"heldAt\": \"2026-11-20T00:00:00+08:00\", \"form\": \"online\", \"attendees\": [\"a\"], \"overview\": \"a\", \"scope\": \"a\"}"),
            Map.entry("evidence", "{\"what\": \"a\"}"),
            Map.entry("root-cause", "{\"completedAt\": \"2026-11-20T00:00:00+08:00\", \"cause\": \"a\"}"),
            Map.entry("improvements", "{\"kind\": \"DECIDED\", \"at\": \"2026-11-20T00:00:00+08:00\"}"),
            Map.entry("effect-reports", "{\"effect\": \"a\"}"),
            Map.entry(
                    "final-report",
                    "{\"times\": \"a\", \"scopeAndLoss\": \"a\", \"controlAndRecovery\": \"a\", \"investigation\": \"a\", \"rootCause\": \"a\", \"measures\": \"a\", \"schedule\": \"a\"}"),
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

    @Test
    void everyTableIsProtectedOrNamedAsAnException() {
        assertThat(Look.all("""
                select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                and not (relrowsecurity and relforcerowsecurity)""")).containsExactlyInAnyOrderElementsOf(PUBLIC.keySet());
    }

    @Test
    void callersMayNothingInTheTablesOfTheEngine() {
        assertThat(Look.all("""
                select table_name || ' ' || privilege_type from information_schema.role_table_grants
                where grantee = 'intake_app' and table_name in
                    ('outbox', 'outbox_sequence', 'inbox', 'inbox_position', 'inbox_parked', 'flyway_schema_history')""")).containsExactly("outbox INSERT");
    }

    @Test
    void theServicesRolesOwnNothingAndBypassNothing() {
        assertThat(Look.all("""
                select rolname from pg_roles where rolname in ('intake_app', 'intake_engine')
                and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)""")).isEmpty();
        assertThat(Look.all("""
                select relname from pg_class join pg_roles r on r.oid = relowner
                where rolname in ('intake_app', 'intake_engine')""")).isEmpty();
    }

    @Test
    void plainSqlUnderTheServicesRoleObeysTheMatrix() throws Exception {
        UUID id = anIncidentWithEverything();
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> found = new TreeMap<>();

        for (String table : protectedTables()) {
            String row = aRowOf(table, id);
            for (String caller : CALLERS) {
                String cell = table + " " + (caller.isEmpty() ? "(unset)" : caller);
                expected.put(cell, expectation(table, caller));
                found.put(cell, tryAll(table, row, caller));
            }
        }

        assertThat(found).isEqualTo(expected);
    }

    private static String expectation(String table, String caller) {
        boolean insider = INSIDERS.contains(caller);
        boolean related = caller.equals(Directory.BUREAU) && OPENED.contains(table);
        boolean listed = caller.equals(Directory.BUREAU) && table.equals("incident_access");
        return (insider || related || listed ? "select " : "")
                + (insider || related ? "insert " : "")
                + ((insider || related) && UPDATED.contains(table) ? "update " : "");
    }

    private static UUID anIncidentWithEverything() {
        String body = Api.report(3, Instant.now().minus(Duration.ofMinutes(5)))
                .replaceFirst(
                        "\"support\"",
                        "\"affectedAgencies\": [{\"agency\": \"TPE-CIVIL\", \"why\": \"x\"}], \"support\"");
        UUID id = Api.reported(Directory.EDU, body);
        Api.record(Directory.EDU, id, "evidence", "{\"what\": \"x\"}").then().statusCode(201);
        Api.reporter(Directory.EDU)
                .header("If-Match", "\"v1\"")
                .body("{\"title\": \"x\"}")
                .patch(Api.INCIDENTS + "/" + id)
                .then()
                .statusCode(200);
        return id;
    }

    private static List<String> protectedTables() {
        return Look.all("""
                select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                and relrowsecurity""");
    }

    private static String aRowOf(String table, UUID id) {
        String where =
                switch (table) {
                    case "idempotency" -> "agency = 'TPE-EDU'";
                    case "incident" -> "id = '" + id + "'";
                    // One that another agency holds would show that agency its own entry.
                    case "incident_access" -> "incident_id = '" + id + "' and agency = '" + Directory.BUREAU + "'";
                    default -> "incident_id = '" + id + "'";
                };
        return Look.one("select to_jsonb(t)::text from " + table + " t where " + where + " limit 1");
    }

    private static String tryAll(String table, String row, String caller) throws SQLException {
        String same = "to_jsonb(t) = ?::jsonb";
        String column = table.equals("incident_access") ? "owner" : "agency";
        String insert = "insert into " + table + " select * from jsonb_populate_record(null::" + table + ", ?::jsonb)";
        return (succeeds(caller, "select 1 from " + table + " t where " + same, row, true) ? "select " : "")
                + (succeeds(caller, insert, row, false) ? "insert " : "")
                + (succeeds(
                                caller,
                                "update " + table + " t set " + column + " = " + column + " where " + same,
                                row,
                                false)
                        ? "update "
                        : "")
                + (succeeds(caller, "delete from " + table + " t where " + same, row, false) ? "delete " : "");
    }

    /** Whether the statement reached the row; an insert that got as far as the duplicate key was let through. */
    private static boolean succeeds(String caller, String sql, String row, boolean query) throws SQLException {
        try (Connection connection = TestDatabase.app()) {
            connection.setAutoCommit(false);
            if (!caller.isEmpty()) {
                try (var scope = connection.prepareStatement(
                        "select set_config('app.agency', ?, true), set_config('app.subtree', 'on', true)")) {
                    scope.setString(1, caller);
                    scope.execute();
                }
            }
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setString(1, row);
                return query ? statement.executeQuery().next() : statement.executeUpdate() > 0;
            } catch (SQLException e) {
                return switch (e.getSQLState()) {
                    case "42501" -> false;
                    case "23505" -> true;
                    default -> throw e;
                };
            } finally {
                connection.rollback();
            }
        }
    }

    @Test
    void everyDoorAnswersStrangersAsIfNothingWereThere() {
        UUID id = Api.reported(Directory.EDU, Api.report(3, Instant.now().minus(Duration.ofMinutes(5))));
        Map<String, Integer> wrong = new LinkedHashMap<>();
        String everyRole = "reporter,approver,reviewer,auditor";

        for (Door door : doors()) {
            for (String agency : List.of(Directory.STRANGER, Directory.CIVIL, Directory.SCHOOL)) {
                check(wrong, door, agency, 404, door.through(Api.as(agency, everyRole.split(",")), id));
            }
            check(wrong, door, "nobody", 401, door.through(given().contentType("application/json"), id));
            String old = TestTokens.expired("x", "x", Directory.EDU, "reporter");
            check(
                    wrong,
                    door,
                    "expired",
                    401,
                    door.through(given().contentType("application/json").auth().oauth2(old), id));
            check(wrong, door, "operations", 403, door.through(Api.as(Directory.ROOT, "operations"), id));
        }

        assertThat(wrong).isEmpty();
        assertThat(Look.all("select 1 from response_record where incident_id = ?", id))
                .isEmpty();
        assertThat(Look.one("select version || ' ' || level || ' ' || state from incident where id = ?", id))
                .isEqualTo("1 3 REPORTED");
    }

    private static void check(Map<String, Integer> wrong, Door door, String who, int expected, Response answer) {
        if (expected == 404 && door.path().equals("/api/v1/incidents")) {
            assertThat(answer.jsonPath().getList("items.agency", String.class)).doesNotContain(Directory.EDU);
        } else if (answer.statusCode() != expected) {
            wrong.put(door.method() + " " + door.path() + " by " + who, answer.statusCode());
        }
    }

    /** Every endpoint with an agency's data in the API description; reporting itself is in the table of bad input. */
    private List<Door> doors() {
        JsonPath json = given().get(management.resolve("/q/openapi?format=json"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Map<String, Object>> paths = json.getMap("paths");
        List<Door> doors = new ArrayList<>();
        paths.forEach((path, methods) -> methods.keySet().stream()
                .filter(Set.of("get", "post", "put", "patch", "delete")::contains)
                .filter(method -> !OPEN_DOORS.contains(path))
                .filter(method -> !(method.equals("post") && path.equals("/api/v1/incidents")))
                .forEach(method -> doors.addAll(Door.of(method, path))));
        assertThat(doors).hasSizeGreaterThan(2 * BODIES.size());
        return doors;
    }

    @Test
    void theSubtreeAndTheRelatedSeeTheIncidentButOnlyItsAgencyChangesIt() {
        UUID id = Api.reported(Directory.EDU, Api.report(3, Instant.now().minus(Duration.ofMinutes(5))));

        for (String agency : List.of(Directory.EDU, Directory.CITY, Directory.ROOT, Directory.BUREAU)) {
            Api.as(agency, "reviewer").get(Api.INCIDENTS + "/" + id).then().statusCode(200);
        }
        for (String agency : List.of(Directory.CITY, Directory.ROOT, Directory.BUREAU)) {
            for (String kind : BODIES.keySet()) {
                Api.as(agency, "reporter", "approver")
                        .header("Idempotency-Key", Ids.next().toString())
                        .body(BODIES.get(kind))
                        .post(Api.INCIDENTS + "/" + id + "/" + kind)
                        .then()
                        .statusCode(403);
            }
        }
    }

    record Door(String method, String path) {
        static List<Door> of(String method, String path) {
            if (!path.contains("{kind")) {
                return List.of(new Door(method, path));
            }
            String before = path.substring(0, path.indexOf("{kind"));
            return BODIES.keySet().stream()
                    .filter(kind -> !kind.equals("sign-offs") && !kind.equals("affected-agencies"))
                    .map(kind -> new Door(method, before + kind))
                    .toList();
        }

        Response through(RequestSpecification somebody, UUID id) {
            String kind = path.substring(path.lastIndexOf('/') + 1);
            RequestSpecification request = somebody.header("If-Match", "\"v1\"").header("Idempotency-Key", "isolation");
            return (method.equals("get") ? request : request.body(BODIES.getOrDefault(kind, "{\"title\": \"x\"}")))
                    .request(method, path.replace("{id}", id.toString()));
        }
    }
}
