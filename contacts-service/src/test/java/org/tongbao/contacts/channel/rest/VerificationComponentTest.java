package org.tongbao.contacts.channel.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongbao.contacts.fixture.Entries;
import org.tongbao.contacts.fixture.Office;
import org.tongbao.contacts.fixture.People;
import org.tongbao.contacts.fixture.Seed;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.Addressee;
import org.tongbao.contracts.event.CodeRequested;
import org.tongbao.contracts.event.ContactsEntry;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.requirement.Requirement;
import org.tongbao.embedded.TestDatabase;
import org.tongbao.embedded.TestTokens;
import org.tongbao.testing.database.DatabaseProbe;

/** A code is asked for, typed back or mistyped; an administrator attests; a stranger does neither. */
@QuarkusTest
class VerificationComponentTest {
    private static final int MAIL = 0;
    private static final int MOBILE = 1;

    private String office = "";
    private UUID contact = Ids.next();

    @BeforeEach
    void somebody() {
        Seed.load();
        office = Office.create();
        contact = Office.contact(office, "reviewer");
    }

    @Test
    @Requirement("S1-39")
    void aCodeGoesToTheOneAddressAndTypedBackItProvesIt() {
        ask(MAIL).statusCode(201).body("by", equalTo("mail")).body("code", nullValue());

        var requested =
                DatabaseProbe.announced(EventTypes.CODE_REQUESTED, office).get(0);
        assertThat(requested.to().contact()).isEqualTo(contact);
        assertThat(requested.to().channels())
                .containsExactly(new Addressee.Channel("mail", "somebody@office.example.test"));
        assertThat(requested.code()).matches("[0-9A-HJKMNP-TV-Z]{6}");
        type(MAIL, spoken(requested.code()))
                .statusCode(200)
                .body("verified", equalTo(true))
                .body("verifiedBy", equalTo("code"));
        channels(People.admin(office))
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].verified", equalTo(true))
                .body("items[0].verifiedByName", equalTo("某人（測試）"))
                .body("items[1].verified", equalTo(false));
        try (var entries = Entries.contacts()) {
            var entry =
                    entries.await(office, it -> it.version() == 2).contacts().get(0);
            assertThat(entry.channels())
                    .extracting(ContactsEntry.Channel::verified)
                    .containsExactly(true, false);
        }
    }

    @Test
    void aPhoneIsCalled() {
        ask(MOBILE).statusCode(201).body("by", equalTo("phone-task"));

        assertThat(DatabaseProbe.announced(EventTypes.CODE_REQUESTED, office))
                .singleElement()
                .satisfies(it -> assertThat(it.to().channels())
                        .containsExactly(new Addressee.Channel("mobile", "+886-900-000-101")));
    }

    @Test
    void theSameCodeAgainChangesNothingAndACodeOfAnotherAddressProvesNothing() {
        ask(MAIL).statusCode(201);
        ask(MOBILE).statusCode(201);
        String code = code(0);

        type(MOBILE, code).statusCode(422).body("type", equalTo("urn:tongbao:problem:wrong-code"));
        type(MAIL, code).statusCode(200);
        type(MAIL, code).statusCode(200);

        assertThat(proofs()).isEqualTo(1);
        assertThat(revisions()).isEqualTo(1);
    }

    @Test
    void afterFiveWrongTriesNotEvenTheRightCodeCounts() {
        ask(MAIL).statusCode(201);
        String wrong = code(0).equals("000000") ? "111111" : "000000";
        for (int i = 0; i < 5; i++) {
            type(MAIL, wrong).statusCode(422);
        }

        type(MAIL, code(0)).statusCode(429).body("type", equalTo("urn:tongbao:problem:too-many-tries"));

        ask(MAIL).statusCode(201);
        type(MAIL, code(0)).statusCode(422);
        type(MAIL, code(1)).statusCode(200);
    }

    @Test
    void aCodeWhoseTimeIsOverProvesNothing() {
        ask(MAIL).statusCode(201);
        DatabaseProbe.changeSome("update channel_code set valid_until = app_now() where agency = ?", office);

        type(MAIL, code(0)).statusCode(409).body("type", equalTo("urn:tongbao:problem:no-code-pending"));
        assertThat(proofs()).isZero();
    }

    @Test
    void fiveCodesAnHourAreSentAndTheSixthIsNot() {
        for (int i = 0; i < 5; i++) {
            ask(MAIL).statusCode(201);
        }

        ask(MAIL).statusCode(429);

        assertThat(DatabaseProbe.announced(EventTypes.CODE_REQUESTED, office)).hasSize(5);
        type(MAIL, code(4)).statusCode(200);
        DatabaseProbe.changeSome(
                "update channel_code set asks_from = asks_from - interval '1 hour' where agency = ?", office);
        ask(MAIL).statusCode(201);
    }

    @Test
    void theSameRequestAgainSendsOneCode() {
        String key = Ids.next().toString();
        for (int i = 0; i < 2; i++) {
            People.admin(office)
                    .header("Idempotency-Key", key)
                    .post(channel(MAIL) + "/verification")
                    .then()
                    .statusCode(201);
        }

        assertThat(DatabaseProbe.announced(EventTypes.CODE_REQUESTED, office)).hasSize(1);
    }

    @Test
    void aChangedAddressIsProvenAnewAndItsOldCodeIsOfNoUse() {
        ask(MAIL).statusCode(201);
        String old = channel(MAIL);
        People.admin(office)
                .header("If-Match", "\"v1\"")
                .body(Office.contactBody("reviewer").replace("somebody@", "somebody.else@"))
                .put(Office.AGENCIES + office + "/contacts/" + contact)
                .then()
                .statusCode(200);

        People.admin(office)
                .body("{\"code\": \"%s\"}".formatted(code(0)))
                .post(old + "/verification/code")
                .then()
                .statusCode(404);
        channels(People.admin(office)).body("items[0].verified", equalTo(false));
    }

    @Test
    void anAdministratorAttestsOnRecordAndWithAReason() throws SQLException {
        People.admin(office)
                .body("{\"reason\": \"本人當面確認\"}")
                .post(channel(MOBILE) + "/attestation")
                .then()
                .statusCode(200)
                .body("verifiedBy", equalTo("attested"))
                .body("reason", equalTo("本人當面確認"));

        channels(People.reporter(office)).body("items[1].verifiedBy", equalTo("attested"));
        try (var connection = TestDatabase.superuser();
                var query = connection.createStatement();
                var rows = query.executeQuery(
                        "select count(*) from journal where action = 'people-changed' and agency = '%s'"
                                        .formatted(office)
                                + " and detail like '%channel-proof-filed%' and actor = 'sub-" + office
                                + "-directory-admin'")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(1);
        }
    }

    @Test
    void whatCannotBeSentToIsAttestedInstead() {
        UUID other = Ids.next();
        People.admin(office)
                .header("If-None-Match", "*")
                .body("""
                    {"name": "某乙（測試）", "employment": "staff", "roles": ["press"],
                     "channels": [{"type": "webhook", "value": "https://office.example.test/hook"}]}\
                    """)
                .put(Office.AGENCIES + office + "/contacts/" + other)
                .then()
                .statusCode(201);
        String channels = Office.AGENCIES + office + "/contacts/" + other + "/channels";
        String id = People.admin(office).get(channels).path("items[0].id");

        People.admin(office)
                .header("Idempotency-Key", "webhook")
                .post(channels + "/" + id + "/verification")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:tongbao:problem:no-code-for-channel"));
    }

    @Test
    void onesOwnAccountAsksAndTypesForOneselfAndForNobodyElse() {
        People.admin(office)
                .header("Idempotency-Key", Ids.next().toString())
                .body("{\"contact\": \"%s\", \"subject\": \"sub-of-%s\"}".formatted(contact, contact))
                .post(Office.AGENCIES + office + "/accounts")
                .then()
                .statusCode(201);
        UUID other = Office.contact(office, "reviewer");
        String others = Office.AGENCIES + office + "/contacts/" + other + "/channels";
        String othersMail = People.admin(office).get(others).path("items[0].id");

        self().header("Idempotency-Key", "own")
                .post(channel(MAIL) + "/verification")
                .then()
                .statusCode(201);
        self().body("{\"code\": \"%s\"}".formatted(code(0)))
                .post(channel(MAIL) + "/verification/code")
                .then()
                .statusCode(200);
        self().header("Idempotency-Key", "others")
                .post(others + "/" + othersMail + "/verification")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:tongbao:problem:anothers-entry"));
        self().body("{\"reason\": \"我說的\"}")
                .post(channel(MOBILE) + "/attestation")
                .then()
                .statusCode(403);
        assertThat(DatabaseProbe.announced(EventTypes.CODE_REQUESTED, office)).hasSize(1);
    }

    @Test
    void badInputIsRefusedWholeAndNamed() {
        for (String body : List.of(
                "",
                "{}",
                "[]",
                "{\"code\": 123456}",
                "{\"code\": \"12345\"}",
                "{\"code\": \"<script>\"}",
                "{\"code\": \"123456\", \"x\": 1}")) {
            People.admin(office)
                    .body(body)
                    .post(channel(MAIL) + "/verification/code")
                    .then()
                    .statusCode(400)
                    .body("violations", not(nullValue()));
        }
        for (String body : List.of("{}", "{\"reason\": \"\"}", "{\"reason\": \"a\\u0000b\"}")) {
            People.admin(office)
                    .body(body)
                    .post(channel(MAIL) + "/attestation")
                    .then()
                    .statusCode(400);
        }
        People.admin(office)
                .header("Idempotency-Key", "nowhere")
                .post(Office.AGENCIES + office + "/contacts/" + contact + "/channels/mail-000000000000/verification")
                .then()
                .statusCode(404);
        People.admin(office)
                .post(channel(MAIL) + "/verification")
                .then()
                .statusCode(400)
                .body("violations[0].pointer", containsString("Idempotency-Key"));
        assertThat(proofs()).isZero();
    }

    private RequestSpecification self() {
        return io.restassured.RestAssured.given()
                .auth()
                .oauth2(TestTokens.token("sub-of-" + contact, "某甲（測試）", office, "reviewer"))
                .contentType(io.restassured.http.ContentType.JSON);
    }

    private String channel(int number) {
        String channels = Office.AGENCIES + office + "/contacts/" + contact + "/channels";
        return channels + "/" + People.admin(office).get(channels).<String>path("items[" + number + "].id");
    }

    private ValidatableResponse channels(RequestSpecification caller) {
        return caller.get(Office.AGENCIES + office + "/contacts/" + contact + "/channels")
                .then();
    }

    private ValidatableResponse ask(int number) {
        return People.admin(office)
                .header("Idempotency-Key", Ids.next().toString())
                .post(channel(number) + "/verification")
                .then();
    }

    private ValidatableResponse type(int number, String code) {
        return People.admin(office)
                .body("{\"code\": \"%s\"}".formatted(code))
                .post(channel(number) + "/verification/code")
                .then();
    }

    private String code(int number) {
        List<CodeRequested> requested = DatabaseProbe.announced(EventTypes.CODE_REQUESTED, office);
        return requested.get(number).code();
    }

    /** As somebody types it who heard it on the phone. */
    private static String spoken(String code) {
        return code.substring(0, 3).toLowerCase(java.util.Locale.ROOT) + " "
                + code.substring(3).replace('0', 'O');
    }

    private int proofs() {
        return number("select count(*) from roster_item where kind = 'channel-proof' and agency = '%s'");
    }

    private int revisions() {
        return number("select max(revision) from roster_item where kind = 'channel-proof' and agency = '%s'");
    }

    private int number(String sql) {
        try (var connection = TestDatabase.superuser();
                var query = connection.createStatement();
                var rows = query.executeQuery(sql.formatted(office))) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
