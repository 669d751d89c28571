package org.tongbao.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongbao.contacts.agency.rest.AgencyResource;
import org.tongbao.contacts.agency.rest.ReorganisationResource;
import org.tongbao.contacts.attestation.rest.AttestationResource;
import org.tongbao.contacts.calendar.rest.CalendarFeedResource;
import org.tongbao.contacts.calendar.rest.CalendarResource;
import org.tongbao.contacts.channel.rest.ChannelResource;
import org.tongbao.contacts.duty.rest.DutyResource;
import org.tongbao.contacts.duty.rest.HolidayResource;
import org.tongbao.contacts.duty.rest.OverrideResource;
import org.tongbao.contacts.duty.rest.RosterResource;
import org.tongbao.contacts.duty.rest.RotationResource;
import org.tongbao.contacts.duty.rest.SwapResource;
import org.tongbao.contacts.fixture.Office;
import org.tongbao.contacts.fixture.People;
import org.tongbao.contacts.fixture.Seed;
import org.tongbao.contacts.imports.rest.ExportResource;
import org.tongbao.contacts.imports.rest.ImportResource;
import org.tongbao.contacts.ledger.rest.ChangeResource;
import org.tongbao.contacts.people.rest.AbsenceResource;
import org.tongbao.contacts.people.rest.AccountResource;
import org.tongbao.contacts.people.rest.ContactResource;
import org.tongbao.contacts.people.rest.DeputyResource;
import org.tongbao.contacts.readiness.rest.ReadinessResource;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.CodeRequested;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.embedded.TestDatabase;
import org.tongbao.testing.database.DatabaseProbe;

/** Who sees and changes what: plain SQL under the service's own role, and every door. Tables and doors come from a catalogue. */
@QuarkusTest
class IsolationComponentTest {
    /** Tables without rows of one agency, each with its reason. Whatever is not here must be protected. */
    private static final Map<String, String> NOT_OF_ONE_AGENCY = Map.ofEntries(
            Map.entry("agency", "the copy of the tree that scopes are looked up in"),
            Map.entry("agency_closure", "the copy of the tree that scopes are looked up in"),
            Map.entry("agency_offset", "position in a topic"),
            Map.entry("tree", "one number"),
            Map.entry("outbox", "written by all, read by the engine alone"),
            Map.entry("outbox_sequence", "the engine's"),
            Map.entry("inbox", "the engine's"),
            Map.entry("inbox_position", "the engine's"),
            Map.entry("inbox_parked", "the engine's"),
            Map.entry("incident_access", "of incidents, which are not kept here; the platform's own test looks at it"),
            Map.entry("flyway_schema_history", "the owner's"));

    /** Column with the agency whose row it is, where it is another name than {@code agency}. */
    private static final Map<String, String> AGENCY_COLUMN = Map.of("agency_facts", "code");

    /** What else than the own subtree reads. */
    private static final Set<String> READ_BY_EVERYBODY = Set.of("agency_facts", "agency_relation", "agency_filing");

    private static final Set<String> READ_BY_RELATION =
            Set.of("contact_book", "contact", "deputyship", "absence", "shift", "roster_item", "filing");

    private static final List<Class<?>> RESOURCES = List.of(
            AgencyResource.class,
            ImportResource.class,
            ExportResource.class,
            ContactResource.class,
            ChannelResource.class,
            AttestationResource.class,
            ReadinessResource.class,
            DeputyResource.class,
            AbsenceResource.class,
            RosterResource.class,
            RotationResource.class,
            OverrideResource.class,
            HolidayResource.class,
            AccountResource.class,
            CalendarFeedResource.class,
            CalendarResource.class,
            SwapResource.class,
            DutyResource.class,
            ChangeResource.class,
            ReorganisationResource.class);

    private static final AtomicInteger YEARS = new AtomicInteger(2040);
    private static final String DENIED = "42501";
    private static final String DUPLICATE = "23505";

    private String office = "";
    private String sibling = "";
    private UUID contact = Ids.next();
    private UUID deputy = Ids.next();

    @BeforeEach
    void people() {
        Seed.load();
        office = Office.create();
        sibling = Office.create();
        contact = Office.contact(office, "reviewer");
        deputy = Office.contact(office, "reviewer");
        post(
                "deputies",
                "{\"contact\": \"%s\", \"deputies\": [\"%s\"], \"from\": \"2026-01-01T00:00:00Z\"}",
                contact,
                deputy);
        post(
                "absences",
                "{\"contact\": \"%s\", \"from\": \"2026-01-01T00:00:00Z\", \"until\": \"2026-01-02T00:00:00Z\"}",
                contact);
        post("calendar-feeds", "{}");
        requestCode(contact);
        post(
                "overrides",
                "{\"role\": \"reviewer\", \"contact\": \"%s\", \"from\": \"2026-01-01T00:00:00Z\", \"until\":"
                        + " \"2026-01-02T00:00:00Z\"}",
                contact);
        post(
                "roster",
                "{\"role\": \"reviewer\", \"contact\": \"%s\", \"from\": \"2026-01-01T00:00:00Z\", \"until\":"
                        + " \"2036-01-01T00:00:00Z\"}",
                contact);
    }

    private void post(String what, String body, Object... values) {
        People.admin(office)
                .header("Idempotency-Key", what)
                .body(body.formatted(values))
                .post(Office.AGENCIES + office + "/" + what)
                .then()
                .statusCode(201);
    }

    // ---- SQL

    @Test
    void everyTableOfTheCatalogueIsProtectedOrAnException() throws SQLException {
        try (var connection = TestDatabase.superuser()) {
            var unprotected = new TreeSet<>(tables(connection, "not (c.relrowsecurity and c.relforcerowsecurity)"));
            var all = tables(connection, "true");

            unprotected.removeAll(NOT_OF_ONE_AGENCY.keySet());
            assertThat(unprotected).isEmpty();
            assertThat(all).containsAll(NOT_OF_ONE_AGENCY.keySet());
            assertThat(all).containsAll(READ_BY_RELATION).containsAll(READ_BY_EVERYBODY);
        }
    }

    @Test
    void plainSqlUnderTheServicesRoleSeesAndChangesTheOwnSubtreeOnly() throws SQLException {
        Map<String, String> callers = new LinkedHashMap<>();
        callers.put("unset", "");
        callers.put("own", office);
        callers.put("parent", "TPE");
        callers.put("sibling", sibling);
        callers.put("stranger", "HUA");
        callers.put("city bureau", "TPE-DOIT");
        List<String> wrong = new ArrayList<>();
        try (var superuser = TestDatabase.superuser();
                var app = TestDatabase.app()) {
            app.setAutoCommit(false);
            List<String> tables = new ArrayList<>(tables(superuser, "true"));
            tables.removeAll(NOT_OF_ONE_AGENCY.keySet());
            assertThat(tables).hasSizeGreaterThanOrEqualTo(9);
            for (String table : tables) {
                String row = aRow(superuser, table);
                for (var caller : callers.entrySet()) {
                    wrong.addAll(look(app, table, row, caller.getKey(), caller.getValue()));
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    private List<String> look(Connection app, String table, String row, String who, String agency) throws SQLException {
        boolean within = who.equals("own") || who.equals("parent");
        boolean reads = within
                || READ_BY_EVERYBODY.contains(table)
                || who.equals("city bureau") && READ_BY_RELATION.contains(table);
        String column = AGENCY_COLUMN.getOrDefault(table, "agency");
        List<String> wrong = new ArrayList<>();
        String seen = run(app, agency, "select count(*) from %s where %s = '%s'".formatted(table, column, office));
        if (seen.equals("0") == reads) {
            wrong.add(table + " select by " + who + ": " + seen);
        }
        // A row that is there already: a policy that lets it pass ends at its key, one that does not before.
        String inserted = run(
                app,
                agency,
                "insert into %s select * from json_populate_record(null::%s, '%s')"
                        .formatted(table, table, row.replace("'", "''")));
        if (!inserted.equals(within ? DUPLICATE : DENIED)) {
            wrong.add(table + " insert by " + who + ": " + inserted);
        }
        // Without a grant nobody may, with one the own subtree alone.
        for (String change : List.of(
                "update %s set %s = %s where %s = '%s'".formatted(table, column, column, column, office),
                "delete from %s where %s = '%s'".formatted(table, column, office))) {
            String changed = run(app, agency, change);
            boolean nothing = changed.equals("0") || changed.equals(DENIED);
            if (!within && !nothing) {
                wrong.add(change + " by " + who + ": " + changed);
            }
        }
        return wrong;
    }

    /** The number of rows, or the error, of a statement in the caller's scope; nothing of it stays. */
    private static String run(Connection app, String agency, String sql) throws SQLException {
        try (var statement = app.createStatement()) {
            statement.execute("select set_config('app.agency', '%s', true), set_config('app.subtree', 'on', true)"
                    .formatted(agency));
            if (!statement.execute(sql)) {
                return Integer.toString(statement.getUpdateCount());
            }
            var rows = statement.getResultSet();
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            return String.valueOf(e.getSQLState());
        } finally {
            app.rollback();
        }
    }

    private static List<String> tables(Connection connection, String condition) throws SQLException {
        try (var query = connection.createStatement();
                var rows = query.executeQuery(
                        "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                                + " where n.nspname = 'public' and c.relkind in ('r', 'p') and " + condition)) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    private String aRow(Connection connection, String table) throws SQLException {
        String column = AGENCY_COLUMN.getOrDefault(table, "agency");
        try (var query = connection.createStatement();
                var rows = query.executeQuery(
                        "select row_to_json(t) from %s t where %s = '%s' limit 1".formatted(table, column, office))) {
            assertThat(rows.next()).as("a row of the office in " + table).isTrue();
            return rows.getString(1);
        }
    }

    // ---- HTTP

    private static final String AGENCY = Office.AGENCIES + "{code}";
    private static final String EXPORT = Office.AGENCIES + "export";
    private static final List<String> ITEMS = List.of(
            "contacts", "deputies", "absences", "roster", "rotations", "overrides", "holidays", "accounts", "swaps");

    /** Statuses for: own, parent, sibling, stranger, city bureau, the own agency without the role for it, no token. */
    private static final List<Integer> READING = List.of(200, 200, 404, 404, 200, 200, 401);

    private static final List<Integer> CREATING = List.of(201, 201, 404, 404, 403, 403, 401);
    private static final List<Integer> REPLACING = List.of(200, 200, 404, 404, 403, 403, 401);
    private static final List<Integer> REMOVING = List.of(204, 204, 404, 404, 403, 403, 401);
    // That an agency exists is no secret.
    private static final List<Integer> NAMING = List.of(200, 200, 200, 200, 200, 200, 401);
    // Everybody takes away what is his own, who keeps the directory of it.
    private static final List<Integer> EXPORTING = List.of(200, 200, 200, 200, 200, 403, 401);
    private static final List<Integer> CHANGING = List.of(200, 200, 403, 403, 403, 403, 401);

    /** One door, called on something fresh each time. */
    record Door(String method, String path, List<Integer> statuses, Call call) {}

    interface Call {
        Response by(RequestSpecification caller);
    }

    private static RequestSpecification sheet(RequestSpecification request) {
        return request.config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs("text/csv", ContentType.TEXT)))
                .contentType("text/csv; charset=UTF-8");
    }

    private List<Door> doors() {
        List<Door> doors = new ArrayList<>(List.of(
                new Door("GET", "/api/v1/agencies", NAMING, it -> it.get(Office.AGENCIES)),
                new Door("GET", AGENCY, NAMING, it -> it.get(Office.AGENCIES + office)),
                new Door("PUT", AGENCY, CHANGING, it -> it.header("If-Match", Office.tag(office))
                        .body(Office.body("TPE").replace("測試局", "改名局" + Ids.next()))
                        .put(Office.AGENCIES + office)),
                new Door("PATCH", AGENCY, CHANGING, it -> it.header("If-Match", Office.tag(office))
                        .body("{\"name\": \"" + Ids.next() + "\"}")
                        .patch(Office.AGENCIES + office)),
                new Door("POST", Seed.IMPORT, CHANGING, it -> it.body(
                                "{\"contacts\": [{\"agency\": \"%s\", \"id\": \"%s\", %s]}"
                                        .formatted(
                                                office,
                                                Ids.next(),
                                                Office.contactBody("press").substring(1)))
                        .post(Seed.IMPORT)),
                new Door("POST", Seed.IMPORT + "/{file}", CHANGING, it -> sheet(it)
                        .body("agency,name,employment,roles,mail\n%s,某己（匯入）,staff,press,f@office.example.test\n"
                                .formatted(office))
                        .post(Seed.IMPORT + "/contacts.csv")),
                new Door("GET", EXPORT, EXPORTING, it -> it.get(EXPORT)),
                new Door("GET", EXPORT + "/{file}", EXPORTING, it -> it.get(EXPORT + "/contacts.csv")),
                new Door(
                        "GET",
                        AGENCY + "/calendar-feeds",
                        REPLACING,
                        it -> it.get(Office.AGENCIES + office + "/calendar-feeds")),
                new Door("POST", AGENCY + "/calendar-feeds", CREATING, it -> it.header(
                                "Idempotency-Key", Ids.next().toString())
                        .body("{}")
                        .post(Office.AGENCIES + office + "/calendar-feeds")),
                new Door(
                        "DELETE",
                        AGENCY + "/calendar-feeds/{id}",
                        REMOVING,
                        it -> it.delete(Office.AGENCIES + office + "/calendar-feeds/" + feed().path("id"))),
                // Whoever knows the secret address, and nobody else.
                new Door(
                        "GET",
                        "/api/v1/agencies/calendars/{feed}",
                        List.of(200, 200, 200, 200, 200, 200, 200),
                        it -> it.get(feed().<String>path("address"))),
                new Door("GET", AGENCY + "/duty", READING, it -> it.get(Office.AGENCIES + office + "/duty"))));
        String channel = AGENCY + "/contacts/{id}/channels";
        doors.add(new Door("GET", channel, READING, it -> it.get(channels(contact))));
        doors.add(new Door("POST", channel + "/{channel}/verification", CREATING, it -> it.header(
                        "Idempotency-Key", Ids.next().toString())
                .post(mail(Office.contact(office, "reviewer")) + "/verification")));
        doors.add(new Door("POST", channel + "/{channel}/verification/code", REPLACING, it -> {
            UUID somebody = Office.contact(office, "reviewer");
            requestCode(somebody);
            return it.body("{\"code\": \"%s\"}".formatted(code(somebody))).post(mail(somebody) + "/verification/code");
        }));
        doors.add(new Door("POST", channel + "/{channel}/attestation", REPLACING, it -> it.body("{\"reason\": \"測試\"}")
                .post(mail(contact) + "/attestation")));
        doors.add(new Door(
                "GET",
                Office.AGENCIES + "overdue-attestations",
                NAMING,
                it -> it.get(Office.AGENCIES + "overdue-attestations")));
        doors.add(new Door(
                "GET", AGENCY + "/attestations", READING, it -> it.get(Office.AGENCIES + office + "/attestations")));
        doors.add(new Door("POST", AGENCY + "/attestations", REPLACING, it -> it.body(
                        "{\"contacts\": [\"%s\"]}".formatted(contact))
                .post(Office.AGENCIES + office + "/attestations")));
        doors.add(new Door("GET", Office.AGENCIES + "readiness", NAMING, it -> it.get(Office.AGENCIES + "readiness")));
        doors.add(
                new Door("GET", AGENCY + "/readiness", READING, it -> it.get(Office.AGENCIES + office + "/readiness")));
        String changes = Office.AGENCIES + office + "/changes";
        doors.add(new Door("GET", AGENCY + "/changes", READING, it -> it.get(changes)));
        doors.add(new Door("GET", AGENCY + "/changes/{id}", READING, it -> it.get(changes + "/" + pending())));
        doors.add(new Door("DELETE", AGENCY + "/changes/{id}", REMOVING, it -> it.delete(changes + "/" + pending())));
        doors.add(new Door("POST", "/api/v1/agencies/changes", CHANGING, it -> it.body("{\"agencies\": [{\"code\": \""
                        + office + "\", "
                        + Office.body("TPE").replace("測試局", "改名局" + Ids.next()).substring(1) + "]}")
                .post(Office.AGENCIES + "changes")));
        doors.add(new Door("PATCH", AGENCY + "/contacts/{id}", REPLACING, it -> it.header("If-Match", "\"v1\"")
                .body("{\"title\": \"組長\"}")
                .patch(Office.AGENCIES + office + "/contacts/" + item("contacts"))));
        for (String what : ITEMS) {
            String list = Office.AGENCIES + office + "/" + what;
            doors.add(new Door("GET", AGENCY + "/" + what, READING, it -> it.get(list)));
            doors.add(new Door("POST", AGENCY + "/" + what, CREATING, it -> it.header(
                            "Idempotency-Key", Ids.next().toString())
                    .body(body(what, holder(what)))
                    .post(list)));
            doors.add(new Door("GET", AGENCY + "/" + what + "/{id}", READING, it -> it.get(list + "/" + item(what))));
            if (what.equals("swaps")) {
                for (String decision : List.of("/acceptance", "/refusal")) {
                    doors.add(new Door(
                            "POST",
                            AGENCY + "/swaps/{id}" + decision,
                            REPLACING,
                            it -> it.post(list + "/" + item(what) + decision)));
                }
            } else {
                doors.add(
                        new Door("PUT", AGENCY + "/" + what + "/{id}", REPLACING, it -> it.header("If-Match", "\"v1\"")
                                .body(body(what, what.equals("accounts") ? holder(what) : deputy))
                                .put(list + "/" + item(what))));
            }
            doors.add(new Door("DELETE", AGENCY + "/" + what + "/{id}", REMOVING, it -> it.header("If-Match", "\"v1\"")
                    .delete(list + "/" + item(what))));
        }
        return doors;
    }

    private String channels(UUID somebody) {
        return Office.AGENCIES + office + "/contacts/" + somebody + "/channels";
    }

    private String mail(UUID somebody) {
        return channels(somebody) + "/"
                + People.admin(office).get(channels(somebody)).<String>path("items[0].id");
    }

    private void requestCode(UUID somebody) {
        People.admin(office)
                .header("Idempotency-Key", Ids.next().toString())
                .post(mail(somebody) + "/verification")
                .then()
                .statusCode(201);
    }

    private String code(UUID somebody) {
        return DatabaseProbe.announced(EventTypes.CODE_REQUESTED, office).stream()
                .filter(it -> it.to().contact().equals(somebody))
                .map(CodeRequested::code)
                .findFirst()
                .orElseThrow();
    }

    private Response feed() {
        return People.admin(office)
                .header("Idempotency-Key", Ids.next().toString())
                .body("{}")
                .post(Office.AGENCIES + office + "/calendar-feeds");
    }

    /** A new item of the office, of a contact of its own. */
    private String item(String what) {
        UUID holder = holder(what);
        if (what.equals("contacts")) {
            return holder.toString();
        }
        return People.admin(office)
                .header("Idempotency-Key", Ids.next().toString())
                .body(body(what, holder))
                .post(Office.AGENCIES + office + "/" + what)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A contact of its own, for what there is once of each. */
    private UUID holder(String what) {
        return List.of("contacts", "deputies", "accounts").contains(what)
                ? Office.contact(office, "reviewer")
                : contact;
    }

    /** A change of the office whose time has not come. */
    private String pending() {
        return People.admin(office)
                .header("Idempotency-Key", Ids.next().toString())
                .body("{\"effectiveFrom\": \"2039-01-01T00:00:00+08:00\", "
                        + Office.contactBody("press").substring(1))
                .post(Office.AGENCIES + office + "/contacts")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private String body(String what, UUID holder) {
        int year = YEARS.incrementAndGet();
        return switch (what) {
            case "contacts" -> Office.contactBody("press");
            case "deputies" ->
                "{\"contact\": \"%s\", \"deputies\": [\"%s\"], \"from\": \"%d-01-01T00:00:00Z\", \"until\": \"%d-02-01T00:00:00Z\"}"
                        .formatted(holder, other(holder), year, year);
            case "absences" ->
                "{\"contact\": \"%s\", \"from\": \"%d-01-01T00:00:00Z\", \"until\": \"%d-02-01T00:00:00Z\"}"
                        .formatted(holder, year, year);
            case "rotations" -> {
                removeRotations();
                yield """
                    {"role": "reviewer", "zone": "Asia/Taipei", "layers": [{"participants": ["%s"],
                     "every": {"count": 1, "unit": "days"}, "handOff": "08:00", "starts": "%d-01-01"}]}\
                    """.formatted(holder, year);
            }
            case "accounts" -> "{\"contact\": \"%s\", \"subject\": \"%s\"}".formatted(holder, Ids.next());
            // The contact is on duty until 2036; what was given away once is not given again.
            case "swaps" -> {
                LocalDate day = LocalDate.of(2026, 2, 1).plusDays(year - 2040);
                yield """
                    {"role": "reviewer", "contact": "%s", "partner": "%s",
                     "give": {"from": "%sT00:00:00Z", "until": "%sT06:00:00Z"}}\
                    """.formatted(contact, deputy, day, day);
            }
            case "holidays" ->
                "{\"name\": \"%d\", \"days\": [{\"date\": \"%d-01-01\", \"name\": \"元旦\"}]}".formatted(year, year);
            default ->
                "{\"role\": \"reviewer\", \"contact\": \"%s\", \"from\": \"%d-01-01T00:00:00Z\", \"until\": \"%d-02-01T00:00:00Z\"}"
                        .formatted(holder, year, year);
        };
    }

    /** A role has one rotation. */
    private void removeRotations() {
        String list = Office.AGENCIES + office + "/rotations";
        People.admin(office).get(list).<List<String>>path("items.id").forEach(it -> People.admin(office)
                .header("If-Match", Office.tag(office + "/rotations/" + it))
                .delete(list + "/" + it)
                .then()
                .statusCode(204));
    }

    private UUID other(UUID holder) {
        return holder.equals(contact) ? deputy : contact;
    }

    private List<RequestSpecification> callers() {
        return List.of(
                People.admin(office),
                People.admin("TPE"),
                People.admin(sibling),
                People.admin("HUA"),
                People.admin("TPE-DOIT"),
                People.reporter(office),
                RestAssured.given().contentType(ContentType.JSON));
    }

    @Test
    void theMatrixKnowsEveryDoor() {
        var known = new TreeSet<String>();
        doors().forEach(it -> known.add(it.method() + " " + it.path()));

        assertThat(known).isEqualTo(declaredDoors());
    }

    private static Set<String> declaredDoors() {
        var found = new TreeSet<String>();
        for (Class<?> resource : RESOURCES) {
            String base = resource.getAnnotation(Path.class).value();
            for (Method method : resource.getMethods()) {
                Path path = method.getAnnotation(Path.class);
                httpMethod(method).ifPresent(verb -> found.add(verb + " " + base + (path == null ? "" : path.value())));
            }
        }
        return found;
    }

    private static Optional<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(it -> it.isAnnotationPresent(HttpMethod.class))
                .map(it -> it.getAnnotation(HttpMethod.class).value())
                .findFirst();
    }

    @Test
    void everyDoorOpensToTheOwnSubtreeAndToRelationsForReading() {
        List<String> wrong = new ArrayList<>();
        for (Door door : doors()) {
            for (int who = 0; who < door.statuses().size(); who++) {
                Response answer = door.call().by(callers().get(who));
                if (answer.statusCode() != door.statuses().get(who)) {
                    wrong.add(door.method() + " " + door.path() + " by caller " + who + ": " + answer.statusCode());
                }
                // An export has the caller's own people; the office's never.
                String address = door.path().startsWith(EXPORT) ? "@office.example.test" : "example.test";
                if (who > 1 && who != 4 && who != 5 && answer.asString().contains(address)) {
                    wrong.add(door.method() + " " + door.path() + " shows an address to caller " + who);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }
}
