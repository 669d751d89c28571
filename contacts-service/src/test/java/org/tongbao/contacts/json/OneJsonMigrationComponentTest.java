package org.tongbao.contacts.json;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongbao.contacts.fixture.Office;
import org.tongbao.contacts.fixture.People;
import org.tongbao.contacts.fixture.Seed;
import org.tongbao.contacts.fixture.Sheets;
import org.tongbao.contracts.Ids;
import org.tongbao.testing.database.DatabaseProbe;

/** What was kept before V144 is read by what is there now. */
@QuarkusTest
class OneJsonMigrationComponentTest {
    private static final String OLD_ROTATION = """
        {"role": "reviewer", "roster": {"zone": "Asia/Taipei", "layers": [{"participants": ["%s"],
         "every": {"count": 1, "unit": "weeks"}, "starts": "2026-01-01", "handOff": "08:00:00",
         "windows": [{"days": ["MONDAY", "TUESDAY"], "from": "08:00:00", "until": "18:00:00"}], "holidays": "never"}]}}\
        """;
    private static final String OLD_HOLIDAYS = """
        {"name": "2027", "days": {"2027-02-28": "和平紀念日", "2027-01-01": "元旦"}}\
        """;
    private static final String OLD_CONTACT = """
        {"name": "某甲（測試）", "employment": "dedicated", "language": "zh-TW", "roles": ["reviewer"],
         "channels": [{"type": "mail", "value": "somebody@office.example.test"}], "seats": ["press-contact"],
         "certificate": {"text": "%s", "fingerprint": "ab", "expires": "2030-01-01T00:00:00Z"}}\
        """;

    @Test
    void itemsThatWereKeptInAnotherShapeAreShownAsBefore() throws IOException {
        Seed.load();
        String office = Office.create();
        String contact = Office.contact(office, "reviewer").toString();
        String rotation = keep(office, "rotation", OLD_ROTATION.formatted(contact));
        String holidays = keep(office, "holiday-calendar", OLD_HOLIDAYS);
        String pem = Sheets.pem("somebody").strip();
        String oldContact = OLD_CONTACT.formatted(pem.replace("\n", "\\n"));
        DatabaseProbe.changeSome("update filing set body = ?::jsonb where item = ?", oldContact, contact);
        DatabaseProbe.changeSome(
                "update contact set seats = '{press-contact}', certificate = ?::jsonb -> 'certificate' where id = ?::uuid",
                oldContact,
                contact);

        migrate();

        get(office, "rotations/" + rotation)
                .body("zone", equalTo("Asia/Taipei"))
                .body("layers[0].windows[0].days", equalTo(List.of("mon", "tue")))
                .body("layers[0].handOff", equalTo("08:00"))
                .body("layers[0].holidays", equalTo("never"));
        get(office, "holidays/" + holidays)
                .body("days.date", equalTo(List.of("2027-01-01", "2027-02-28")))
                .body("days[0].name", equalTo("元旦"));
        for (String path : new String[] {"contacts/" + contact, "contacts/" + contact + "?at=2090-01-01T00:00:00Z"}) {
            get(office, path)
                    .body("teamRoles", equalTo(List.of("press-contact")))
                    .body("certificate.value", equalTo(pem))
                    .body("certificate.fingerprint", equalTo("ab"));
        }
    }

    private static String keep(String office, String kind, String body) {
        String id = Ids.next().toString();
        DatabaseProbe.changeSome(
                "insert into roster_item (id, agency, revision, kind, body) values (?::uuid, ?, 1, ?, ?::jsonb)",
                id,
                office,
                kind,
                body);
        return id;
    }

    private static void migrate() throws IOException {
        try (var script = OneJsonMigrationComponentTest.class.getResourceAsStream("/db/migration/V144__one_json.sql")) {
            DatabaseProbe.change(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static ValidatableResponse get(String office, String path) {
        return People.admin(office)
                .get(Office.AGENCIES + office + "/" + path)
                .then()
                .statusCode(200);
    }
}
