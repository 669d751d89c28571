package org.tongbao.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongbao.escalation.stage.Directory.BUREAU;
import static org.tongbao.escalation.stage.Directory.CITY;
import static org.tongbao.escalation.stage.Directory.OFFICE;
import static org.tongbao.escalation.stage.Directory.ROOT;
import static org.tongbao.escalation.stage.Directory.SIBLING;
import static org.tongbao.escalation.stage.Directory.STRANGER;
import static org.tongbao.escalation.stage.Doors.person;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.embedded.TestDatabase;
import org.tongbao.embedded.TestTokens;
import org.tongbao.escalation.stage.Directory;
import org.tongbao.escalation.stage.Doors;
import org.tongbao.escalation.stage.Events;
import org.tongbao.escalation.stage.Incidents;
import org.tongbao.escalation.stage.Look;

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
            Map.entry("contacts_offset", "how far the directory was read"),
            Map.entry("procedure_version", "published rules"),
            Map.entry("outbox", "callers may only insert"),
            Map.entry("outbox_sequence", "callers may do nothing"),
            Map.entry("inbox", "callers may do nothing"),
            Map.entry("inbox_position", "callers may do nothing"),
            Map.entry("inbox_parked", "callers may do nothing"),
            Map.entry("flyway_schema_history", "callers may do nothing"));

    private static final Set<String> LINE = Set.of(OFFICE, CITY, ROOT);
    private static final Set<String> AND_BUREAU = Set.of(OFFICE, CITY, ROOT, BUREAU);
    private static final Set<String> AND_SIBLING = Set.of(OFFICE, CITY, ROOT, SIBLING);
    private static final Set<String> NOBODY = Set.of();

    /** Who may read the row that stands for the table: of the bureau's notice, of the sibling's reply. */
    private static final Map<String, Set<String>> READERS = Map.ofEntries(
            Map.entry("contacts", NOBODY),
            Map.entry("incident", NOBODY),
            Map.entry("notice", AND_BUREAU),
            Map.entry("told", AND_BUREAU),
            Map.entry("delivery", AND_BUREAU),
            Map.entry("attempt", AND_BUREAU),
            Map.entry("phone_task", AND_BUREAU),
            Map.entry("notice_step", AND_BUREAU),
            Map.entry("lateral_reply", AND_SIBLING),
            Map.entry("lateral_confirmation", LINE),
            Map.entry("affected_agency", LINE),
            Map.entry("directory_message", LINE),
            Map.entry("directory_attempt", LINE),
            Map.entry("directory_call", LINE),
            Map.entry("journal", LINE),
            Map.entry("idempotency", LINE),
            Map.entry("incident_access", AND_BUREAU));

    private static final Set<String> INSERTED = Set.of("journal", "idempotency", "incident_access");
    private static final List<String> CALLERS = List.of("", OFFICE, CITY, ROOT, BUREAU, SIBLING, STRANGER);
    private static final Events EVENTS = new Events();
    private static final UUID MESSAGE = Ids.next();

    private static UUID incident = Ids.next();
    private static UUID notice = incident;
    private static UUID question = incident;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @BeforeAll
    static void reportAnIncident() {
        Directory.publish(EVENTS);
        incident = Ids.next();
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reported(incident, 3, SIBLING));
        notice = Look.notice(incident, "urgent-notice", BUREAU);
        UUID many = Ids.next();
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reported(many, 3, Incidents.many(SIBLING)));
        question = Look.notice(many, "lateral-confirmation", OFFICE);
        UUID lateral = Look.notice(incident, "lateral-notice", SIBLING);
        Look.change("""
                insert into lateral_reply (id, notice_id, reply, replied_by, replied_by_name, replied_at)
                values (?, ?, 'UNKNOWN', 'x', 'x', now())""", Ids.next(), lateral);
        Look.change("""
                insert into idempotency (agency, key, request_hash, status, body)
                values ('TPE-EDU', 'k', 'x', 201, '') on conflict do nothing""");
        Look.change(
                "insert into incident_access (incident_id, owner, agency, why) values (?, 'TPE-EDU', 'TPE-DOIT', 'x')",
                Ids.next());
        sayInTheDirectory();
        Look.soon()
                .until(() -> Look.texts(
                                        "select 1 from attempt a join delivery d on d.id = a.delivery_id where d.notice_id = ?",
                                        notice)
                                .size()
                        >= 3);
    }

    /** With an attempt and a call, both over, so that nothing touches them any more. */
    private static void sayInTheDirectory() {
        Look.change("""
                insert into directory_message (id, agency, kind, contact, name, language, agency_name, channels, matter,
                    state, reason, ended_at)
                values (?, 'TPE-EDU', 'ATTESTATION_DUE', ?, 'x', 'en', 'x', '[{"type": "phone", "value": "1"}]',
                    '{"dueAt": "2026-11-20T00:00:00Z"}', 'PERMANENT', 'no-answer', now())""", MESSAGE, Ids.next());
        Look.change("""
                insert into directory_attempt (message_id, position, number, channel, started_at)
                values (?, 0, 1, 'phone', now())""", MESSAGE);
        Look.change("insert into directory_call (id, message_id, position) values (?, ?, 0)", Ids.next(), MESSAGE);
    }

    @AfterAll
    static void close() {
        EVENTS.close();
    }

    @Test
    void everyTableIsProtectedOrNamedAsAnException() {
        assertThat(Look.texts("""
                                select relname from pg_class where relnamespace = 'public'::regnamespace
                                and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)""")).containsExactlyInAnyOrderElementsOf(PUBLIC.keySet());
        assertThat(Look.texts("""
                                select relname from pg_class where relnamespace = 'public'::regnamespace
                                and relkind in ('r', 'p') and relrowsecurity""")).containsExactlyInAnyOrderElementsOf(READERS.keySet());
    }

    @Test
    void theServicesRoleOwnsNothingAndBypassesNothing() {
        assertThat(Look.texts("""
                                select rolname from pg_roles where rolname in ('escalation_app', 'escalation_engine')
                                and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)""")).isEmpty();
        assertThat(Look.texts("""
                                select relname from pg_class join pg_roles r on r.oid = relowner
                                where rolname in ('escalation_app', 'escalation_engine')""")).isEmpty();
    }

    @Test
    void hashesAddressesAndSnapshotsOfPeopleAreNotForCallers() {
        assertThat(Look.texts("""
                                select column_name from information_schema.role_column_grants
                                where grantee = 'escalation_app' and table_name = 'told'
                                    and column_name in ('token_hash', 'code_hash', 'addresses', 'tries')""")).isEmpty();
    }

    @Test
    void theCodeOfTheDirectoryIsNotForCallers() {
        assertThat(Look.texts("""
                                select column_name from information_schema.role_column_grants
                                where grantee = 'escalation_app' and table_name = 'directory_message'
                                    and column_name = 'code'""")).isEmpty();
    }

    @Test
    void plainSqlUnderTheServicesRoleObeysTheMatrix() throws Exception {
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> found = new TreeMap<>();

        for (String table : READERS.keySet()) {
            String where = whereOf(table);
            String row = Look.texts("select to_jsonb(t)::text from " + table + " t where " + where + " limit 1")
                    .get(0);
            for (String caller : CALLERS) {
                String cell = table + " " + (caller.isEmpty() ? "(unset)" : caller);
                expected.put(cell, expectation(table, caller));
                found.put(cell, tryAll(table, where, row, caller));
            }
        }

        assertThat(found).isEqualTo(expected);
    }

    private static String whereOf(String table) {
        String here = "'" + notice + "'";
        return switch (table) {
            case "contacts", "idempotency" -> "agency = 'TPE-EDU'";
            case "incident" -> "id = '" + incident + "'";
            case "notice" -> "id = " + here;
            case "journal" -> "incident_id = '" + incident + "'";
            case "incident_access" -> "owner = 'TPE-EDU' and why = 'x'";
            case "lateral_reply" -> "reply = 'UNKNOWN' and replied_by = 'x'";
            case "lateral_confirmation", "affected_agency" -> "notice_id = '" + question + "'";
            case "directory_message" -> "id = '" + MESSAGE + "'";
            case "directory_attempt", "directory_call" -> "message_id = '" + MESSAGE + "'";
            case "attempt" -> "delivery_id in (select id from delivery where notice_id = " + here + ")";
            default -> "notice_id = " + here;
        };
    }

    private static String expectation(String table, String caller) {
        boolean reads = READERS.getOrDefault(table, NOBODY).contains(caller);
        boolean inserts = INSERTED.contains(table) && LINE.contains(caller);
        return (reads ? "select " : "") + (inserts ? "insert " : "");
    }

    private static String tryAll(String table, String where, String row, String caller) throws SQLException {
        String column = table.equals("attempt") ? "number" : table.equals("contacts") ? "version" : "agency";
        String set = column.equals("agency")
                        && !List.of("notice", "incident", "told", "journal", "idempotency", "incident_access")
                                .contains(table)
                ? columnOf(table)
                : column;
        return (succeeds(caller, "select 1 from " + table + " t where " + where, null, true) ? "select " : "")
                + (succeeds(
                                caller,
                                "insert into " + table + " select * from jsonb_populate_record(null::" + table
                                        + ", ?::jsonb)",
                                row,
                                false)
                        ? "insert "
                        : "")
                + (succeeds(caller, "update " + table + " set " + set + " = " + set + " where " + where, null, false)
                        ? "update "
                        : "")
                + (succeeds(caller, "delete from " + table + " where " + where, null, false) ? "delete " : "");
    }

    private static String columnOf(String table) {
        return switch (table) {
            case "lateral_reply" -> "reply";
            case "phone_task", "directory_call" -> "note";
            case "directory_message", "directory_attempt" -> "reason";
            case "lateral_confirmation" -> "reason";
            case "affected_agency" -> "named_at";
            default -> "step";
        };
    }

    /** Whether the statement reached the row; an insert that got as far as the duplicate key was let through. */
    private static boolean succeeds(
            String caller, String sql, @org.jspecify.annotations.Nullable String row, boolean query)
            throws SQLException {
        try (Connection connection = TestDatabase.app()) {
            connection.setAutoCommit(false);
            try (var scope = connection.prepareStatement(
                    "select set_config('app.agency', ?, true), set_config('app.subtree', 'on', true)")) {
                if (!caller.isEmpty()) {
                    scope.setString(1, caller);
                    scope.execute();
                }
            }
            try (var statement = connection.prepareStatement(sql)) {
                if (row != null) {
                    statement.setString(1, row);
                }
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
        String call = Doors.openCall(ROOT, incident, Directory.name(BUREAU, "ciso"));
        Map<String, Integer> wrong = new LinkedHashMap<>();

        for (Door door : doors()) {
            String id = idAt(door, call);
            for (String agency : List.of(STRANGER, SIBLING)) {
                check(wrong, door, agency, 404, door.through(person(agency, "duty-desk", "reporter"), id));
            }
            check(wrong, door, "nobody", 401, door.through(RestAssured.given(), id));
            check(
                    wrong,
                    door,
                    "expired",
                    401,
                    door.through(
                            RestAssured.given()
                                    .auth()
                                    .oauth2(TestTokens.expired("x", "x", BUREAU, "duty-desk", "reporter")),
                            id));
            check(wrong, door, "operations", 403, door.through(person(ROOT, "operations"), id));
            check(wrong, door, "no agency", 403, door.through(person("", "duty-desk", "reporter"), id));
        }

        assertThat(wrong).isEmpty();
        assertThat(Look.notices(incident)).contains("urgent-notice " + BUREAU + " OPEN");
    }

    private static String idAt(Door door, String call) {
        if (door.path().contains("phone-tasks")) {
            return call;
        }
        return door.path().contains("directory-messages") ? MESSAGE.toString() : notice.toString();
    }

    private static void check(Map<String, Integer> wrong, Door door, String who, int expected, Response answer) {
        if (door.list() && expected == 404) {
            assertThat(answer.asString())
                    .as(door.path())
                    .contains("items")
                    .doesNotContain(notice.toString(), MESSAGE.toString());
        } else if (!door.expects(expected).contains(answer.statusCode())) {
            wrong.put(door.method() + " " + door.path() + " by " + who, answer.statusCode());
        }
    }

    @Test
    void readingALevelThreeNoticeIsOnRecord() {
        person(BUREAU, "auditor").get(Doors.NOTICES + "/" + notice).then().statusCode(200);

        assertThat(Look.texts("""
                        select actor_agency || ' ' || agency from journal
                        where incident_id = ? and action = 'notice-read' and actor_agency = 'TPE-DOIT'""", incident)).contains("TPE-DOIT TPE-EDU");
    }

    /** Every door with a token that the API description names; the page of a mail's link has tests of its own. */
    private List<Door> doors() {
        Map<String, Map<String, Object>> paths = RestAssured.given()
                .get(management.resolve("/q/openapi?format=json"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("paths");
        List<Door> doors = new ArrayList<>();
        paths.forEach((path, methods) -> methods.keySet().stream()
                .filter(Set.of("get", "post", "put", "patch", "delete")::contains)
                .filter(method -> !path.startsWith("/api/v1/ack"))
                .forEach(method -> doors.add(new Door(method, path))));
        assertThat(doors).hasSize(12);
        return doors;
    }

    record Door(String method, String path) {
        boolean list() {
            return method.equals("get") && !path.contains("{id}");
        }

        /** A dry run names an agency in its body: one out of scope is a wrong value, like one that is not there. */
        Set<Integer> expects(int status) {
            return path.endsWith("dry-runs") && status == 404 ? Set.of(400) : Set.of(status);
        }

        Response through(RequestSpecification person, String id) {
            return person.header("Idempotency-Key", "isolation")
                    .contentType("application/json")
                    .queryParam("notice", id)
                    .body(body(id))
                    .request(method, path.replace("{id}", id));
        }

        private String body(String id) {
            if (path.endsWith("result")) {
                return "{\"outcome\": \"NO_ANSWER\"}";
            } else if (path.endsWith("lateral-replies")) {
                return "{\"noticeId\": \"" + id + "\", \"reply\": \"UNKNOWN\"}";
            } else if (path.endsWith("dry-runs")) {
                return "{\"agency\": \"TPE-DOIT\", \"level\": 3}";
            }
            return path.endsWith("confirmation") ? "{\"decision\": \"CONFIRMED\"}" : "{}";
        }
    }
}
