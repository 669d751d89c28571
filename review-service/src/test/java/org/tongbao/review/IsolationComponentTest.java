package org.tongbao.review;

import org.tongbao.review.stage.Case;
import org.tongbao.review.stage.Directory;
import org.tongbao.review.stage.Events;
import org.tongbao.review.stage.Look;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tongbao.review.stage.Doors.REVIEWS;
import static org.tongbao.review.stage.People.person;
import static org.tongbao.review.stage.People.reviewer;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongbao.embedded.TestDatabase;
import org.tongbao.embedded.TestTokens;

/**
 * Who sees and changes what: every table of the catalogue by plain SQL under the service's role, and every door of the API
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
    private static final Events EVENTS = new Events();

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @BeforeAll
    static void publishTheDirectory() {
        Directory.publish(EVENTS);
        Look.awaitDirectory();
        Look.awaitAgency(Directory.CITY, 1);
        Look.awaitAgency(Directory.SCHOOL, 1);
        Look.awaitAgency(Directory.SIBLING, 1);
    }

    @AfterAll
    static void close() {
        EVENTS.close();
    }

    @Test
    void everyTableIsProtectedOrNamedAsAnException() {
        assertThat(Look.texts("""
                select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                and not (relrowsecurity and relforcerowsecurity)""")).containsExactlyInAnyOrderElementsOf(PUBLIC.keySet());
    }

    @Test
    void callersMayNothingInTheTablesOfTheEngine() {
        assertThat(Look.texts("""
                select table_name || ' ' || privilege_type from information_schema.role_table_grants
                where grantee = 'review_app' and table_name in
                    ('outbox', 'outbox_sequence', 'inbox', 'inbox_position', 'inbox_parked', 'flyway_schema_history')""")).containsExactly("outbox INSERT");
    }

    @Test
    void theServicesRoleOwnsNothingAndBypassesNothing() {
        assertThat(Look.texts("""
                select rolname from pg_roles where rolname in ('review_app', 'review_engine')
                and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)""")).isEmpty();
        assertThat(
                        Look.texts(
                                "select relname from pg_class join pg_roles r on r.oid = relowner where rolname in ('review_app', 'review_engine')"))
                .isEmpty();
    }

    @Test
    void plainSqlUnderTheServicesRoleObeysTheMatrix() throws Exception {
        Case open = Case.open(EVENTS, 3);
        keepAKeyOf(Directory.OFFICE);
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> found = new TreeMap<>();

        for (String table : protectedTables()) {
            String row = aRowOf(table, open);
            for (String caller : CALLERS) {
                String cell = table + " " + (caller.isEmpty() ? "(unset)" : caller);
                expected.put(cell, expectation(table, caller));
                found.put(cell, tryAll(table, row, caller));
            }
        }

        assertThat(found).isEqualTo(expected);
    }

    private static List<String> protectedTables() {
        return Look.texts("""
                select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                and relrowsecurity""");
    }

    private static String expectation(String table, String caller) {
        boolean insider = INSIDERS.contains(caller);
        boolean sees = insider
                || caller.equals(Directory.BUREAU) && (OPENED.contains(table) || table.equals("incident_access"));
        boolean inserts =
                INSERTED.contains(table) && (insider || caller.equals(Directory.BUREAU) && OPENED.contains(table));
        boolean updates = table.equals("review") && sees;
        return (sees ? "select " : "") + (inserts ? "insert " : "") + (updates ? "update " : "");
    }

    private static String tryAll(String table, String row, String caller) throws SQLException {
        String same = "to_jsonb(t) = ?::jsonb";
        return (succeeds(caller, "select 1 from " + table + " t where " + same, row, true) ? "select " : "")
                + (succeeds(
                                caller,
                                "insert into " + table + " select * from jsonb_populate_record(null::" + table
                                        + ", ?::jsonb)",
                                row,
                                false)
                        ? "insert "
                        : "")
                + (succeeds(caller, "update " + table + " t set agency = agency where " + same, row, false)
                        ? "update "
                        : "")
                + (succeeds(caller, "delete from " + table + " t where " + same, row, false) ? "delete " : "");
    }

    /** Whether the statement reached the row; an insert that got as far as the duplicate key was let through. */
    private static boolean succeeds(String caller, String sql, String row, boolean query) throws SQLException {
        try (Connection connection = TestDatabase.app()) {
            connection.setAutoCommit(false);
            try (var scope = connection.prepareStatement(
                    "select set_config('app.agency', ?, true), set_config('app.subtree', 'on', true)")) {
                if (!caller.isEmpty()) {
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

    private static String aRowOf(String table, Case open) {
        String where = table.equals("idempotency")
                ? "agency = 'TPE-EDU'"
                : table.equals("incident")
                        ? "id = '" + open.incident() + "'"
                        : "incident_id = '" + open.incident() + "'";
        return Look.texts("select to_jsonb(t)::text from " + table + " t where " + where + " limit 1")
                .get(0);
    }

    private static void keepAKeyOf(String agency) throws SQLException {
        try (Connection connection = TestDatabase.superuser();
                var statement = connection.prepareStatement(
                        "insert into idempotency (agency, key, request_hash, status, body) values (?, 'k', 'x', 201, '') on conflict do nothing")) {
            statement.setString(1, agency);
            statement.executeUpdate();
        }
    }

    @Test
    void everyDoorAnswersStrangersAsIfNothingWereThere() {
        Case open = Case.open(EVENTS, 3);
        Map<String, Integer> wrong = new LinkedHashMap<>();

        for (Door door : doors()) {
            for (String agency : List.of(Directory.STRANGER, Directory.SIBLING, Directory.SCHOOL)) {
                check(wrong, door, agency, 404, door.through(reviewer(agency), open.review()));
            }
            check(wrong, door, "nobody", 401, door.through(RestAssured.given(), open.review()));
            check(
                    wrong,
                    door,
                    "expired",
                    401,
                    door.through(
                            RestAssured.given()
                                    .auth()
                                    .oauth2(TestTokens.expired("x", "x", Directory.BUREAU, "reviewer")),
                            open.review()));
            check(
                    wrong,
                    door,
                    "operations",
                    403,
                    door.through(person("ops", Directory.ROOT, "operations"), open.review()));
            check(wrong, door, "no agency", 403, door.through(person("x", "", "reviewer"), open.review()));
        }

        assertThat(wrong).isEmpty();
        assertThat(Look.reviews(open.incident())).containsExactly("LEVEL OPEN");
    }

    private static void check(Map<String, Integer> wrong, Door door, String who, int expected, Response answer) {
        if (door.list() && expected == 404) {
            assertThat(answer.jsonPath().getList("items")).isEmpty();
        } else if (answer.statusCode() != expected) {
            wrong.put(door.method() + " " + door.path() + " by " + who, answer.statusCode());
        }
    }

    @Test
    void theSubtreeTheAuthorityAndTheRootSeeTheReview() {
        Case open = Case.open(EVENTS, 3);

        for (String agency : List.of(Directory.OFFICE, Directory.CITY, Directory.ROOT, Directory.BUREAU)) {
            assertThat(reviewer(agency).get(REVIEWS + "/" + open.review()).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void readingALevelThreeIncidentIsOnRecord() {
        Case open = Case.open(EVENTS, 3);

        person("curious", Directory.CITY, "auditor")
                .get(REVIEWS + "/" + open.review())
                .then()
                .statusCode(200);

        assertThat(Look.texts(
                        "select actor from journal where incident_id = ? and action = 'review-read' and actor = 'curious'",
                        open.incident()))
                .containsExactly("curious");
    }

    /** Every door that the API description names. */
    private List<Door> doors() {
        JsonPath json = RestAssured.given()
                .get(management.resolve("/q/openapi?format=json"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        Map<String, Map<String, Object>> paths = json.getMap("paths");
        List<Door> doors = new ArrayList<>();
        paths.forEach((path, methods) -> methods.keySet().stream()
                .filter(Set.of("get", "post", "put", "patch", "delete")::contains)
                .forEach(method -> doors.add(new Door(method, path))));
        assertThat(doors).hasSize(7);
        return doors;
    }

    record Door(String method, String path) {
        boolean list() {
            return method.equals("get") && !path.contains("{id}");
        }

        Response through(RequestSpecification person, String id) {
            return person.header("If-Match", "\"v1\"")
                    .header("Idempotency-Key", "isolation")
                    .contentType("application/json")
                    .body(
                            path.endsWith("decision")
                                    ? "{\"outcome\":\"CONFIRMED\",\"basis\":\"b\"}"
                                    : "{\"what\":\"x\"}")
                    .queryParam("authority", Directory.BUREAU)
                    .request(method, path.replace("{id}", id));
        }
    }
}
