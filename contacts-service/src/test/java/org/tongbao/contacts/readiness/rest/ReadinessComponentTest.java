package org.tongbao.contacts.readiness.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongbao.contacts.duty.usecase.RenewDuty;
import org.tongbao.contacts.fixture.Office;
import org.tongbao.contacts.fixture.People;
import org.tongbao.contacts.fixture.Seed;
import org.tongbao.contacts.people.usecase.RemindToAttest;
import org.tongbao.contacts.readiness.usecase.CountReadiness;
import org.tongbao.contacts.readiness.usecase.ReportReadiness;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.procedure.Limit;
import org.tongbao.contracts.requirement.Requirement;
import org.tongbao.embedded.TestDatabase;
import org.tongbao.testing.database.DatabaseProbe;

/** An agency becomes ready step by step, and less so as time passes; a daily message says it, and is silent when all is well. */
@QuarkusTest
class ReadinessComponentTest {
    @Inject
    ReportReadiness reportReadiness;

    @Inject
    RemindToAttest remindToAttest;

    @Inject
    RenewDuty renewDuty;

    @Inject
    CountReadiness countReadiness;

    private String office = "";

    @BeforeEach
    void anOffice() {
        Seed.load();
        office = Office.create();
    }

    @Test
    @Requirement({"S1-39", "S2-04", "S2-07"})
    void anAgencyIsReadyOnceEveryRoleIsHeldVerifiedDeputisedAndConfirmed() {
        readiness()
                .body("ready", equalTo(false))
                .body("score", equalTo(0))
                .body("reasons.code", hasItem("role-missing"));

        Map<String, UUID> people = people();
        readiness()
                .body("reasons.code", hasItem("channels-unproven"))
                .body(
                        "reasons.findAll { it.role == 'report-window' }.sentence.'zh-TW'",
                        hasItem("某甲（測試）（通報窗口）" + firstGap() + "沒有代理人（§6）：請事先指定。"));

        people.values().forEach(this::attestChannels);
        deputise(people);
        readiness().body("reasons", empty()).body("ready", equalTo(true)).body("score", equalTo(100));
        assertThat(line().get("ready")).isEqualTo(true);
    }

    /** The times of the sentence are those of the window that is looked at. */
    private String firstGap() {
        String sentence = readiness().extract().path("reasons.find { it.code == 'deputy-missing' }.sentence.'zh-TW'");
        return sentence.substring(sentence.indexOf('（', sentence.indexOf('）') + 5), sentence.indexOf("沒有"));
    }

    @Test
    void anotherProcedureDemandsOthersAndTheListKnowsItSoon() throws Throwable {
        Map<String, UUID> people = people();
        people.values().forEach(this::attestChannels);
        deputise(people);
        assertThat(line().get("ready")).isEqualTo(true);

        People.admin("TPE")
                .header("If-Match", Office.tag(office))
                .body(Office.body("TPE").replace("s2-taipei-113", "tw-2026"))
                .put(Office.AGENCIES + office)
                .then()
                .statusCode(200);
        VertxContextSupport.subscribeAndAwait(renewDuty::renew);

        assertThat(line().get("ready")).isEqualTo(false);
        readiness().body("reasons.role", hasItem("security-contact"));
    }

    @Test
    void theWorstAreListedFirstPageByPageAndAnAgencyWithoutAnybodyIsAmongThem() {
        String parent = Office.create();
        String empty = Office.create(parent);
        String half = Office.create(parent);
        office = half;
        people();
        List<String> listed = new ArrayList<>();
        String cursor = "";
        do {
            var page = People.admin(parent)
                    .queryParam("limit", 1)
                    .queryParam("cursor", cursor)
                    .get(Office.AGENCIES + "readiness")
                    .then()
                    .statusCode(200)
                    .extract();
            listed.addAll(page.path("items.agency"));
            cursor = page.path("next");
        } while (cursor != null);

        assertThat(listed).containsExactlyInAnyOrder(parent, empty, half);
        assertThat(listed.get(2)).isEqualTo(half);
        People.admin(parent)
                .queryParam("cursor", "bm9uc2Vuc2U")
                .get(Office.AGENCIES + "readiness")
                .then()
                .statusCode(400);
    }

    @Test
    @Requirement("S2-09")
    void aPermissionThatComesTooLateIsRefused() {
        UUID window = Office.contact(office, "report-window");
        UUID deputy = Office.contact(office, "security-contact");

        People.admin(office)
                .header("Idempotency-Key", "late")
                .body(deputyship(window, deputy, "2026-01-02T00:00:00+08:00"))
                .post(Office.AGENCIES + office + "/deputies")
                .then()
                .statusCode(400)
                .body("violations.pointer", equalTo(List.of("/permissions/0/inForceFrom")))
                .body("violations.reason", equalTo(List.of("permission-too-late")));
        People.admin(office)
                .header("Idempotency-Key", "in time")
                .body(deputyship(window, deputy, "2026-01-01T00:00:00+08:00"))
                .post(Office.AGENCIES + office + "/deputies")
                .then()
                .statusCode(201)
                .body("permissions[0].name", equalTo("代理群組"));
    }

    @Test
    @Requirement("S1-05")
    void anEntryIsDueAfterAQuarterRemindedOfAndConfirmedAgain() throws Throwable {
        people().values().forEach(this::attestChannels);
        UUID contact = UUID.fromString(People.admin(office)
                .get(Office.AGENCIES + office + "/attestations")
                .path("items[0].contact"));
        DatabaseProbe.changeSome(
                "update contact set attested_at = attested_at - interval '100 days',"
                        + " attested_until = quarter_after(attested_at - interval '100 days') where agency = ?"
                        + " and id = '" + contact + "'",
                office);

        VertxContextSupport.subscribeAndAwait(remindToAttest::remind);

        assertThat(DatabaseProbe.announced(EventTypes.ATTESTATION_DUE, office))
                .singleElement()
                .satisfies(it -> assertThat(it.to().contact()).isEqualTo(contact));
        VertxContextSupport.subscribeAndAwait(remindToAttest::remind);
        assertThat(DatabaseProbe.announced(EventTypes.ATTESTATION_DUE, office)).hasSize(1);
        overdue().body("items.contact", equalTo(List.of(contact.toString())));
        readiness().body("reasons.code", hasItem("attestation-overdue"));

        People.admin(office)
                .body("{\"contacts\": [\"%s\"]}".formatted(contact))
                .post(Office.AGENCIES + office + "/attestations")
                .then()
                .statusCode(200)
                .body("items.find { it.contact == '%s' }.overdue".formatted(contact), equalTo(false))
                .body("items.find { it.contact == '%s' }.attestedBy".formatted(contact), equalTo("某人（測試）"));
        overdue().body("items", empty());
    }

    @Test
    void aReminderComesTwoWeeksBeforeAndTheNextElevenDaysLater() throws Throwable {
        UUID contact = Office.contact(office, "reviewer");
        DatabaseProbe.changeSome(
                "update contact set attested_until = app_now() + interval '13 days' where agency = ?", office);

        VertxContextSupport.subscribeAndAwait(remindToAttest::remind);

        assertThat(DatabaseProbe.announced(EventTypes.ATTESTATION_DUE, office)).hasSize(1);
        DatabaseProbe.changeSome(
                "update contact set attested_until = attested_until - interval '11 days',"
                        + " remind_at = remind_at - interval '11 days' where agency = ?",
                office);
        VertxContextSupport.subscribeAndAwait(remindToAttest::remind);
        assertThat(DatabaseProbe.announced(EventTypes.ATTESTATION_DUE, office))
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.to().contact()).isEqualTo(contact));
    }

    @Test
    void onlyAnAdministratorConfirmsForOthersAndAStrangersContactIsNamed() {
        UUID contact = Office.contact(office, "reviewer");
        String body = "{\"contacts\": [\"%s\"]}";

        People.reporter(office)
                .body(body.formatted(contact))
                .post(Office.AGENCIES + office + "/attestations")
                .then()
                .statusCode(403);
        People.admin(office)
                .body(body.formatted(Ids.next()))
                .post(Office.AGENCIES + office + "/attestations")
                .then()
                .statusCode(400)
                .body("violations.pointer", equalTo(List.of("/contacts/0")));
        People.admin(office)
                .body("{\"contacts\": []}")
                .post(Office.AGENCIES + office + "/attestations")
                .then()
                .statusCode(400);
    }

    @Test
    void whoeverMendsIsToldOnceADayAndNobodyWhenAllIsWell() throws Throwable {
        Map<String, UUID> people = people();
        people.values().forEach(this::attestChannels);
        aDayPasses();

        VertxContextSupport.subscribeAndAwait(reportReadiness::report);
        VertxContextSupport.subscribeAndAwait(reportReadiness::report);

        var reported = DatabaseProbe.announced(EventTypes.READINESS_REPORTED, office);
        assertThat(reported)
                .extracting(it -> it.to().contact())
                .containsExactlyInAnyOrder(people.get("report-window"), people.get("it-head"));
        assertThat(reported).allSatisfy(it -> {
            assertThat(it.score()).isBetween(1, 99);
            assertThat(it.reasons()).isNotEmpty();
            assertThat(it.reasons().get(0).chinese()).contains("沒有代理人");
        });
        deputise(people);
        aDayPasses();
        VertxContextSupport.subscribeAndAwait(reportReadiness::report);
        assertThat(DatabaseProbe.announced(EventTypes.READINESS_REPORTED, office))
                .hasSize(2);
    }

    @Test
    void whatIsStillBeingFiledIsNotReported() throws Throwable {
        people();

        VertxContextSupport.subscribeAndAwait(reportReadiness::report);

        assertThat(DatabaseProbe.announced(EventTypes.READINESS_REPORTED, office))
                .isEmpty();
    }

    @Test
    void anAgencyThatCannotBeToldItselfStandsInTheReportOfTheOneAbove() throws Throwable {
        Map<String, UUID> people = people();
        people.values().forEach(this::attestChannels);
        deputise(people);
        String below = Office.create(office);
        DatabaseProbe.changeSome(
                "update agency_facts set updated_at = updated_at - interval '2 days' where code = ?", below);
        aDayPasses();

        VertxContextSupport.subscribeAndAwait(reportReadiness::report);

        assertThat(DatabaseProbe.announced(EventTypes.READINESS_REPORTED, office))
                .isNotEmpty()
                .allSatisfy(it -> {
                    assertThat(it.score()).isEqualTo(100);
                    assertThat(it.reasons()).isEmpty();
                    assertThat(it.belowNotReady()).isEqualTo(1);
                    assertThat(it.below()).singleElement().satisfies(child -> {
                        assertThat(child.agency()).isEqualTo(below);
                        assertThat(child.score()).isZero();
                    });
                });
    }

    @Test
    void agenciesThatAreNotReadyAreCounted() throws Throwable {
        var count = VertxContextSupport.subscribeAndAwait(countReadiness::count);

        assertThat(count.notReady()).isBetween(1L, count.agencies());
    }

    @Test
    void aQuarterIsThreeMonthsOfTheCivilCode() throws Exception {
        Limit months = new Limit.Months(3);
        try (var connection = TestDatabase.superuser();
                var query = connection.createStatement();
                var rows = query.executeQuery(
                        "select at, quarter_after(at) from generate_series(timestamptz '2026-01-01 15:30:00Z',"
                                + " timestamptz '2029-01-01', interval '1 day 7 hours') as at")) {
            int days = 0;
            while (rows.next()) {
                var at = rows.getTimestamp(1).toInstant();
                assertThat(rows.getTimestamp(2).toInstant())
                        .as(at.toString())
                        .isEqualTo(months.dueAt(at, java.time.ZoneId.of("Asia/Taipei")));
                days++;
            }
            assertThat(days).isGreaterThan(800);
        }
    }

    private ValidatableResponse readiness() {
        return People.admin(office)
                .get(Office.AGENCIES + office + "/readiness")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse overdue() {
        return People.admin(office)
                .get(Office.AGENCIES + "overdue-attestations")
                .then()
                .statusCode(200);
    }

    private Map<String, Object> line() {
        return People.admin(office)
                .get(Office.AGENCIES + "readiness")
                .path("items.find { it.agency == '%s' }".formatted(office));
    }

    /** Whom S2 demands. */
    private Map<String, UUID> people() {
        return Map.of(
                "report-window", Office.contact(office, "report-window"),
                "it-head", Office.contact(office, "it-head"),
                "ciso", Office.contact(office, "ciso"));
    }

    private void attestChannels(UUID contact) {
        String channels = Office.AGENCIES + office + "/contacts/" + contact + "/channels";
        People.admin(office).get(channels).<List<String>>path("items.id").forEach(it -> People.admin(office)
                .body("{\"reason\": \"測試\"}")
                .post(channels + "/" + it + "/attestation")
                .then()
                .statusCode(200));
    }

    private void deputise(Map<String, UUID> people) {
        People.admin(office)
                .header("Idempotency-Key", "deputies")
                .body(deputyship(people.get("report-window"), people.get("it-head"), "2025-12-31T00:00:00+08:00"))
                .post(Office.AGENCIES + office + "/deputies")
                .then()
                .statusCode(201);
    }

    private static String deputyship(UUID contact, UUID deputy, String inForceFrom) {
        return """
            {"contact": "%s", "deputies": ["%s"], "from": "2026-01-01T00:00:00+08:00",
             "permissions": [{"name": "代理群組", "inForceFrom": "%s"}]}\
            """.formatted(contact, deputy, inForceFrom);
    }

    private void aDayPasses() {
        DatabaseProbe.changeSome(
                "update readiness set since = since - interval '1 day', reported_on = reported_on - 1 where agency = ?",
                office);
    }
}
