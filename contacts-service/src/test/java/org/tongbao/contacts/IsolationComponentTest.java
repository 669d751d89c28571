package org.tongbao.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongbao.contacts.fixture.Office;
import org.tongbao.contacts.fixture.People;
import org.tongbao.contacts.fixture.Seed;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.CodeRequested;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.testing.database.DatabaseProbe;
import org.tongbao.testing.isolation.EndpointMatrix;
import org.tongbao.testing.isolation.Right;
import org.tongbao.testing.isolation.TableIsolationContract;
import org.tongbao.testing.isolation.TableMatrix;
import org.tongbao.testing.rest.Callers;
import org.tongbao.testing.rest.Endpoint;

/** Who sees and changes what: every protected table by plain SQL, every endpoint over HTTP. */
@QuarkusTest
class IsolationComponentTest implements TableIsolationContract {
    private static final String PARENT = "TPE";
    private static final String BUREAU = "TPE-DOIT";
    private static final String STRANGER = "HUA";

    /** What else than the own subtree reads. */
    private static final Set<String> READ_BY_EVERYBODY = Set.of("agency_facts", "agency_relation", "agency_filing");

    private static final Set<String> READ_BY_RELATION =
            Set.of("contact_book", "contact", "deputyship", "absence", "shift", "roster_item", "filing");

    private static final AtomicInteger YEARS = new AtomicInteger(2040);

    @TestHTTPResource(value = "/", management = true)
    URI management;

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

    @Override
    public TableMatrix tables() {
        DatabaseProbe.change(
                "insert into incident_access (incident_id, owner, agency, why) values (?, ?, ?, 'test')",
                Ids.next(),
                office,
                office);
        return new TableMatrix(
                Map.of("tree", "one number"),
                List.of("", office, PARENT, sibling, STRANGER, BUREAU),
                table -> (table.equals("agency_facts") ? "code" : "agency") + " = '" + office + "'",
                this::expected);
    }

    private Set<Right> expected(String table, String caller) {
        Set<Right> rights = TableMatrix.granted(table);
        boolean related = caller.equals(BUREAU) && READ_BY_RELATION.contains(table);
        if (!caller.equals(office) && !caller.equals(PARENT)) {
            rights.retainAll(related || READ_BY_EVERYBODY.contains(table) ? EnumSet.of(Right.SELECT) : Set.<Right>of());
        }
        return rights;
    }

    // ---- HTTP

    private static final String AGENCY = Office.AGENCIES + "{code}";
    private static final String EXPORT = Office.AGENCIES + "export";
    private static final List<String> ITEMS = List.of(
            "contacts", "deputies", "absences", "roster", "rotations", "overrides", "holidays", "accounts", "swaps");

    /**
     * What an endpoint answers.
     *
     * @param within to the own agency and the one above it
     * @param strangers to a sibling and to somebody from elsewhere
     * @param related to the city bureau
     * @param withoutRole to somebody of the own agency who does not keep the directory
     */
    record Answers(int within, int strangers, int related, int withoutRole) {}

    private static final Answers READING = new Answers(200, 404, 200, 200);
    private static final Answers CREATING = new Answers(201, 404, 403, 403);
    private static final Answers REPLACING = new Answers(200, 404, 403, 403);
    private static final Answers REMOVING = new Answers(204, 404, 403, 403);
    // That an agency exists is no secret.
    private static final Answers NAMING = new Answers(200, 200, 200, 200);
    // Everybody takes away what is his own, who keeps the directory of it.
    private static final Answers EXPORTING = new Answers(200, 200, 200, 403);
    private static final Answers CHANGING = new Answers(200, 403, 403, 403);

    private static final Endpoint CALENDAR = new Endpoint("get", "/api/v1/agencies/calendars/{feed}");

    /** An endpoint, called on something fresh each time. */
    record Trial(Endpoint endpoint, Answers answers, Call call) {
        Trial(String method, String path, Answers answers, Call call) {
            this(new Endpoint(method.toLowerCase(Locale.ROOT), path), answers, call);
        }
    }

    interface Call {
        Response by(RequestSpecification caller);
    }

    private static RequestSpecification sheet(RequestSpecification request) {
        return request.config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs("text/csv", ContentType.TEXT)))
                .contentType("text/csv; charset=UTF-8");
    }

    private List<Trial> trials() {
        List<Trial> trials = new ArrayList<>(List.of(
                new Trial("GET", "/api/v1/agencies", NAMING, it -> it.get(Office.AGENCIES)),
                new Trial("GET", AGENCY, NAMING, it -> it.get(Office.AGENCIES + office)),
                new Trial("PUT", AGENCY, CHANGING, it -> it.header("If-Match", Office.tag(office))
                        .body(Office.body("TPE").replace("測試局", "改名局" + Ids.next()))
                        .put(Office.AGENCIES + office)),
                new Trial("PATCH", AGENCY, CHANGING, it -> it.header("If-Match", Office.tag(office))
                        .body("{\"name\": \"" + Ids.next() + "\"}")
                        .patch(Office.AGENCIES + office)),
                new Trial("POST", Seed.IMPORT, CHANGING, it -> it.body(
                                "{\"contacts\": [{\"agency\": \"%s\", \"id\": \"%s\", %s]}"
                                        .formatted(
                                                office,
                                                Ids.next(),
                                                Office.contactBody("press").substring(1)))
                        .post(Seed.IMPORT)),
                new Trial("POST", Seed.IMPORT + "/{file}", CHANGING, it -> sheet(it)
                        .body("agency,name,employment,roles,mail\n%s,某己（匯入）,staff,press,f@office.example.test\n"
                                .formatted(office))
                        .post(Seed.IMPORT + "/contacts.csv")),
                new Trial("GET", EXPORT, EXPORTING, it -> it.get(EXPORT)),
                new Trial("GET", EXPORT + "/{file}", EXPORTING, it -> it.get(EXPORT + "/contacts.csv")),
                new Trial(
                        "GET",
                        AGENCY + "/calendar-feeds",
                        REPLACING,
                        it -> it.get(Office.AGENCIES + office + "/calendar-feeds")),
                new Trial("POST", AGENCY + "/calendar-feeds", CREATING, it -> it.header(
                                "Idempotency-Key", Ids.next().toString())
                        .body("{}")
                        .post(Office.AGENCIES + office + "/calendar-feeds")),
                new Trial(
                        "DELETE",
                        AGENCY + "/calendar-feeds/{id}",
                        REMOVING,
                        it -> it.delete(Office.AGENCIES + office + "/calendar-feeds/" + feed().path("id"))),
                new Trial("GET", AGENCY + "/duty", READING, it -> it.get(Office.AGENCIES + office + "/duty"))));
        String channel = AGENCY + "/contacts/{id}/channels";
        trials.add(new Trial("GET", channel, READING, it -> it.get(channels(contact))));
        trials.add(new Trial("POST", channel + "/{channel}/verification", CREATING, it -> it.header(
                        "Idempotency-Key", Ids.next().toString())
                .post(mail(Office.contact(office, "reviewer")) + "/verification")));
        trials.add(new Trial("POST", channel + "/{channel}/verification/code", REPLACING, it -> {
            UUID somebody = Office.contact(office, "reviewer");
            requestCode(somebody);
            return it.body("{\"code\": \"%s\"}".formatted(code(somebody))).post(mail(somebody) + "/verification/code");
        }));
        trials.add(
                new Trial("POST", channel + "/{channel}/attestation", REPLACING, it -> it.body("{\"reason\": \"測試\"}")
                        .post(mail(contact) + "/attestation")));
        trials.add(new Trial(
                "GET",
                Office.AGENCIES + "overdue-attestations",
                NAMING,
                it -> it.get(Office.AGENCIES + "overdue-attestations")));
        trials.add(new Trial(
                "GET", AGENCY + "/attestations", READING, it -> it.get(Office.AGENCIES + office + "/attestations")));
        trials.add(new Trial("POST", AGENCY + "/attestations", REPLACING, it -> it.body(
                        "{\"contacts\": [\"%s\"]}".formatted(contact))
                .post(Office.AGENCIES + office + "/attestations")));
        trials.add(
                new Trial("GET", Office.AGENCIES + "readiness", NAMING, it -> it.get(Office.AGENCIES + "readiness")));
        trials.add(new Trial(
                "GET", AGENCY + "/readiness", READING, it -> it.get(Office.AGENCIES + office + "/readiness")));
        String changes = Office.AGENCIES + office + "/changes";
        trials.add(new Trial("GET", AGENCY + "/changes", READING, it -> it.get(changes)));
        trials.add(new Trial("GET", AGENCY + "/changes/{id}", READING, it -> it.get(changes + "/" + pending())));
        trials.add(new Trial("DELETE", AGENCY + "/changes/{id}", REMOVING, it -> it.delete(changes + "/" + pending())));
        trials.add(new Trial("POST", "/api/v1/agencies/changes", CHANGING, it -> it.body("{\"agencies\": [{\"code\": \""
                        + office + "\", "
                        + Office.body("TPE").replace("測試局", "改名局" + Ids.next()).substring(1) + "]}")
                .post(Office.AGENCIES + "changes")));
        trials.add(new Trial("PATCH", AGENCY + "/contacts/{id}", REPLACING, it -> it.header("If-Match", "\"v1\"")
                .body("{\"title\": \"組長\"}")
                .patch(Office.AGENCIES + office + "/contacts/" + item("contacts"))));
        for (String what : ITEMS) {
            String list = Office.AGENCIES + office + "/" + what;
            trials.add(new Trial("GET", AGENCY + "/" + what, READING, it -> it.get(list)));
            trials.add(new Trial("POST", AGENCY + "/" + what, CREATING, it -> it.header(
                            "Idempotency-Key", Ids.next().toString())
                    .body(body(what, holder(what)))
                    .post(list)));
            trials.add(new Trial("GET", AGENCY + "/" + what + "/{id}", READING, it -> it.get(list + "/" + item(what))));
            if (what.equals("swaps")) {
                for (String decision : List.of("/acceptance", "/refusal")) {
                    trials.add(new Trial(
                            "POST",
                            AGENCY + "/swaps/{id}" + decision,
                            REPLACING,
                            it -> it.post(list + "/" + item(what) + decision)));
                }
            } else {
                trials.add(
                        new Trial("PUT", AGENCY + "/" + what + "/{id}", REPLACING, it -> it.header("If-Match", "\"v1\"")
                                .body(body(what, what.equals("accounts") ? holder(what) : deputy))
                                .put(list + "/" + item(what))));
            }
            trials.add(
                    new Trial("DELETE", AGENCY + "/" + what + "/{id}", REMOVING, it -> it.header("If-Match", "\"v1\"")
                            .delete(list + "/" + item(what))));
        }
        return trials;
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

    @Test
    void theMatrixKnowsEveryEndpoint() {
        List<Endpoint> known =
                new ArrayList<>(trials().stream().map(Trial::endpoint).toList());
        known.add(CALENDAR);

        assertThat(known).containsExactlyInAnyOrderElementsOf(Endpoint.described(management));
    }

    @Test
    void everyEndpointOpensToTheOwnSubtreeAndToRelationsForReading() {
        Map<Answers, List<Trial>> byAnswers = trials().stream().collect(Collectors.groupingBy(Trial::answers));

        byAnswers.forEach((answers, trials) -> matrix(trials)
                .expecting(answers.within(), "own", () -> People.admin(office))
                .expecting(answers.within(), "parent", () -> People.admin(PARENT))
                .expecting(answers.related(), "city bureau", () -> People.admin(BUREAU))
                .expecting(answers.withoutRole(), "without the role", () -> People.reporter(office))
                .expectingTokens(office, "directory-admin")
                .check(endpoints(trials)));
    }

    @Test
    void noEndpointShowsAStrangerAnAddress() {
        Map<Answers, List<Trial>> byAnswers = trials().stream().collect(Collectors.groupingBy(Trial::answers));

        byAnswers.forEach((answers, trials) -> matrix(trials)
                .expecting(answers.strangers(), "sibling", () -> People.admin(sibling))
                .expecting(answers.strangers(), "stranger", () -> People.admin(STRANGER))
                .except(IsolationComponentTest::showsNoAddress)
                .check(endpoints(trials)));
    }

    // An export has the caller's own people; the office's never.
    private static boolean showsNoAddress(Endpoint endpoint, int expected, Response answer) {
        String address = endpoint.path().startsWith(EXPORT) ? "@office.example.test" : "example.test";
        assertThat(answer.asString()).as(endpoint.toString()).doesNotContain(address);
        return false;
    }

    @Test
    void aCalendarOpensToWhoeverKnowsItsSecretAddress() {
        EndpointMatrix.calling((endpoint, caller) -> caller.get(feed().<String>path("address")))
                .expecting(200, "own", () -> People.admin(office))
                .expecting(200, "stranger", () -> People.admin(STRANGER))
                .expecting(200, "nobody", Callers::nobody)
                .check(List.of(CALENDAR));
    }

    private static EndpointMatrix matrix(List<Trial> trials) {
        Map<Endpoint, Call> calls = trials.stream().collect(Collectors.toMap(Trial::endpoint, Trial::call));
        return EndpointMatrix.calling(
                (endpoint, caller) -> calls.get(endpoint).by(caller.contentType(ContentType.JSON)));
    }

    private static List<Endpoint> endpoints(List<Trial> trials) {
        return trials.stream().map(Trial::endpoint).toList();
    }
}
