package org.tongbao.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.tongbao.escalation.fixture.Directory.BUREAU;
import static org.tongbao.escalation.fixture.Directory.CITY;
import static org.tongbao.escalation.fixture.Directory.OFFICE;
import static org.tongbao.escalation.fixture.Directory.ROOT;
import static org.tongbao.escalation.fixture.Directory.SIBLING;
import static org.tongbao.escalation.fixture.Directory.STRANGER;
import static org.tongbao.escalation.fixture.EscalationClient.person;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.escalation.fixture.Directory;
import org.tongbao.escalation.fixture.EscalationClient;
import org.tongbao.escalation.fixture.Incidents;
import org.tongbao.escalation.fixture.NoticeTables;
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
    /** The service's own tables without row-level security, each with its reason. */
    private static final Map<String, String> UNPROTECTED = Map.of(
            "contacts_offset", "how far the directory was read",
            "procedure_version", "published rules");

    private static final Set<String> LINE = Set.of(OFFICE, CITY, ROOT);
    private static final Set<String> AND_BUREAU = Set.of(OFFICE, CITY, ROOT, BUREAU);
    /** Whose people are called, and the desks above. */
    private static final Set<String> ABOVE_BUREAU = Set.of(BUREAU, CITY, ROOT);

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
            Map.entry("phone_task", ABOVE_BUREAU),
            Map.entry("wrong_code", NOBODY),
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
    private static final EventSender EVENTS = new EventSender();
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
        notice = NoticeTables.notice(incident, "urgent-notice", BUREAU);
        UUID many = Ids.next();
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reported(many, 3, Incidents.many(SIBLING)));
        question = NoticeTables.notice(many, "lateral-confirmation", OFFICE);
        UUID lateral = NoticeTables.notice(incident, "lateral-notice", SIBLING);
        DatabaseProbe.change("""
                insert into lateral_reply (id, notice_id, reply, replied_by, replied_by_name, replied_at)
                values (?, ?, 'UNKNOWN', 'x', 'x', now())""", Ids.next(), lateral);
        DatabaseProbe.change(
                "insert into wrong_code (notice_id, subject, tries, tries_from) values (?, 'x', 1, now())", notice);
        DatabaseProbe.change("""
                insert into idempotency (agency, key, request_hash, status, body)
                values ('TPE-EDU', 'k', 'x', 201, '') on conflict do nothing""");
        DatabaseProbe.change(
                "insert into incident_access (incident_id, owner, agency, why) values (?, 'TPE-EDU', 'TPE-DOIT', 'x')",
                Ids.next());
        sayInTheDirectory();
        DatabaseProbe.soon()
                .until(() -> DatabaseProbe.texts(
                                        "select 1 from attempt a join delivery d on d.id = a.delivery_id where d.notice_id = ?",
                                        notice)
                                .size()
                        >= 3);
    }

    /** With an attempt and a call, both over, so that nothing touches them any more. */
    private static void sayInTheDirectory() {
        DatabaseProbe.change("""
                insert into directory_message (id, agency, kind, contact, name, language, agency_name, channels, matter,
                    state, reason, ended_at)
                values (?, 'TPE-EDU', 'ATTESTATION_DUE', ?, 'x', 'en', 'x', '[{"type": "phone", "value": "1"}]',
                    '{"dueAt": "2026-11-20T00:00:00Z"}', 'PERMANENT', 'no-answer', now())""", MESSAGE, Ids.next());
        DatabaseProbe.change("""
                insert into directory_attempt (message_id, position, number, channel, started_at)
                values (?, 0, 1, 'phone', now())""", MESSAGE);
        DatabaseProbe.change(
                "insert into directory_call (id, message_id, position) values (?, ?, 0)", Ids.next(), MESSAGE);
    }

    @AfterAll
    static void close() {
        EVENTS.close();
    }

    @Test
    void theDeskOfTheReportingAgencyNeitherSeesNorEndsTheCallsToItsSuperiors() {
        String call = EscalationClient.openCall(ROOT, incident, Directory.name(CITY, "reviewer"));

        person(OFFICE, "duty-desk", "reporter")
                .queryParam("incident", incident.toString())
                .get(EscalationClient.PHONE_TASKS)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        person(OFFICE, "duty-desk", "reporter")
                .get(EscalationClient.PHONE_TASKS + "/" + call)
                .then()
                .statusCode(404);
        for (String outcome : List.of("ANSWERED", "NO_ANSWER", "WRONG_NUMBER")) {
            person(OFFICE, "duty-desk", "reporter")
                    .body("{\"outcome\": \"" + outcome + "\"}")
                    .post(EscalationClient.PHONE_TASKS + "/" + call + "/result")
                    .then()
                    .statusCode(404);
        }
        assertThat(NoticeTables.notices(incident)).contains("urgent-notice " + CITY + " OPEN");
    }

    @Override
    public TableMatrix tables() {
        return new TableMatrix(UNPROTECTED, CALLERS, IsolationComponentTest::rowOf, IsolationComponentTest::expected);
    }

    private static Set<Right> expected(String table, String caller) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        if (READERS.getOrDefault(table, NOBODY).contains(caller)) {
            rights.add(Right.SELECT);
        }
        if (INSERTED.contains(table) && LINE.contains(caller)) {
            rights.add(Right.INSERT);
        }
        return rights;
    }

    @Test
    void theListOfReadersNamesEveryProtectedTable() {
        assertThat(TableMatrix.protectedTables()).containsExactlyInAnyOrderElementsOf(READERS.keySet());
    }

    @Test
    void hashesAddressesAndSnapshotsOfPeopleAreNotForCallers() {
        assertThat(DatabaseProbe.texts("""
                                select column_name from information_schema.role_column_grants
                                where grantee = 'escalation_app' and table_name = 'told'
                                    and column_name in ('token_hash', 'code_hash', 'addresses', 'tries')""")).isEmpty();
    }

    @Test
    void theCodeOfTheDirectoryIsNotForCallers() {
        assertThat(DatabaseProbe.texts("""
                                select column_name from information_schema.role_column_grants
                                where grantee = 'escalation_app' and table_name = 'directory_message'
                                    and column_name = 'code'""")).isEmpty();
    }

    private static String rowOf(String table) {
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

    @Test
    void everyEndpointAnswersStrangersAsIfNothingWereThere() {
        String call = EscalationClient.openCall(ROOT, incident, Directory.name(BUREAU, "ciso"));
        // The page of a mail's link has tests of its own.
        List<Endpoint> endpoints = Endpoint.described(management).stream()
                .filter(it -> !it.path().startsWith("/api/v1/ack"))
                .toList();
        assertThat(endpoints).hasSize(12);

        EndpointMatrix.calling((endpoint, somebody) -> call(endpoint, somebody, idAt(endpoint, call)))
                .expecting(404, STRANGER, () -> person(STRANGER, "duty-desk", "reporter"))
                .expecting(404, SIBLING, () -> person(SIBLING, "duty-desk", "reporter"))
                .expectingTokens(BUREAU, "duty-desk", "reporter")
                .expecting(403, "operations", () -> person(ROOT, "operations"))
                .expecting(403, "no agency", () -> person("", "duty-desk", "reporter"))
                .except(IsolationComponentTest::answersOtherwise)
                .check(endpoints);

        assertThat(NoticeTables.notices(incident)).contains("urgent-notice " + BUREAU + " OPEN");
    }

    private static String idAt(Endpoint endpoint, String call) {
        if (endpoint.path().contains("phone-tasks")) {
            return call;
        }
        return endpoint.path().contains("directory-messages") ? MESSAGE.toString() : notice.toString();
    }

    /** A list holds nothing of ours; a dry run names an agency in its body, and one out of scope is a wrong value there. */
    private static boolean answersOtherwise(Endpoint endpoint, int expected, Response answer) {
        if (expected == 404 && endpoint.reads() && !endpoint.path().contains("{id}")) {
            assertThat(answer.statusCode()).as(endpoint.path()).isEqualTo(200);
            assertThat(answer.asString())
                    .as(endpoint.path())
                    .contains("items")
                    .doesNotContain(notice.toString(), MESSAGE.toString());
            return true;
        }
        return expected == 404 && endpoint.path().endsWith("dry-runs") && answer.statusCode() == 400;
    }

    private static Response call(Endpoint endpoint, RequestSpecification person, String id) {
        return person.header("Idempotency-Key", "isolation")
                .contentType("application/json")
                .queryParam("notice", id)
                .body(body(endpoint.path(), id))
                .request(endpoint.method(), endpoint.path().replace("{id}", id));
    }

    private static String body(String path, String id) {
        if (path.endsWith("result")) {
            return "{\"outcome\": \"NO_ANSWER\"}";
        } else if (path.endsWith("lateral-replies")) {
            return "{\"noticeId\": \"" + id + "\", \"reply\": \"UNKNOWN\"}";
        } else if (path.endsWith("dry-runs")) {
            return "{\"agency\": \"TPE-DOIT\", \"level\": 3}";
        }
        return path.endsWith("confirmation") ? "{\"decision\": \"CONFIRMED\"}" : "{}";
    }

    @Test
    void readingALevelThreeNoticeIsOnRecord() {
        person(BUREAU, "auditor")
                .get(EscalationClient.NOTICES + "/" + notice)
                .then()
                .statusCode(200);

        assertThat(DatabaseProbe.texts("""
                        select actor_agency || ' ' || agency from journal
                        where incident_id = ? and action = 'notice-read' and actor_agency = 'TPE-DOIT'""", incident)).contains("TPE-DOIT TPE-EDU");
    }
}
