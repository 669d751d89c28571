package org.tongbao.escalation.acknowledgement.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tongbao.escalation.fixture.Directory.BUREAU;
import static org.tongbao.escalation.fixture.Directory.CITY;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.embedded.Mail;
import org.tongbao.embedded.TestMail;
import org.tongbao.escalation.fixture.Directory;
import org.tongbao.escalation.fixture.Incidents;
import org.tongbao.escalation.fixture.NoticeMails;
import org.tongbao.escalation.fixture.NoticeTables;
import org.tongbao.testing.database.DatabaseProbe;
import org.tongbao.testing.event.EventSender;

/** From the mail in a real mailbox to the acknowledgement in the database, as the person does it. */
@QuarkusTest
class AckByMailComponentTest {
    private static final EventSender EVENTS = new EventSender();
    private static final Pattern LINK = Pattern.compile("(?m)^https?://[^/]+(/api/v1/ack/[0-9a-f-]{36})#(\\S+)$");
    private static final Pattern CODE = Pattern.compile("(?m)^確認碼: (\\S+)$");

    @BeforeAll
    static void publishTheDirectory() {
        Directory.publish(EVENTS);
    }

    @AfterAll
    static void close() {
        EVENTS.close();
    }

    @Test
    void openingDoesNothingAndTheButtonAcknowledges() {
        var incident = reported();
        var letter = letter(incident, CITY, "ciso");

        var opened = given().get(letter.path());
        var again = given().get(letter.path());
        var pressed = letter.press("token", letter.token());

        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.asString()).contains(Incidents.NUMBER, "我已收悉，由我處理");
        assertThat(again.asString()).isEqualTo(opened.asString());
        assertThat(pressed.statusCode()).isEqualTo(200);
        assertThat(pressed.asString()).contains("已確認收悉", Directory.name(CITY, "ciso"));
        assertThat(letter.press("token", letter.token()).asString()).isEqualTo(pressed.asString());
    }

    @Test
    void theOthersAreToldWhoWasFirst() {
        var incident = reported();
        letter(incident, CITY, "it-head")
                .press("token", letter(incident, CITY, "it-head").token());
        var late = letter(incident, CITY, "reviewer");

        var opened = given().get(late.path());
        var pressed = late.press("token", late.token());

        assertThat(opened.asString()).contains("已有人員確認收悉").doesNotContain(Directory.name(CITY, "it-head"));
        assertThat(pressed.asString()).contains("已有人員先確認", Directory.name(CITY, "it-head"));
        DatabaseProbe.soon().untilAsserted(() -> assertThat(mails(incident, CITY, "reviewer"))
                .anySatisfy(mail -> assertThat(mail.subject()).contains("已由資訊主管確認收悉")));
    }

    @Test
    void theTypedCodeDoesTheSame() {
        var letter = letter(reported(), BUREAU, "ciso");

        var page = letter.press(
                "code", letter.code().toLowerCase(java.util.Locale.ROOT).replace("-", " "));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("已確認收悉", Directory.name(BUREAU, "ciso"));
    }

    @Test
    void aForeignOrBrokenTokenIsWorthNothing() {
        var incident = reported();
        var letter = letter(incident, CITY, "ciso");
        var foreign = letter(incident, BUREAU, "ciso");

        for (var token : List.of(foreign.token(), letter.token().substring(1), "x", letter.code())) {
            assertThat(letter.press("token", token).statusCode()).isEqualTo(404);
        }

        assertThat(given().get(letter.path()).asString()).contains("請確認收悉");
        assertThat(letter.press("token", letter.token()).statusCode()).isEqualTo(200);
    }

    @Test
    void guessingEnds() {
        var letter = letter(reported(), BUREAU, "it-head");
        for (int i = 0; i < 10; i++) {
            assertThat(letter.press("code", "0000-000" + i).statusCode()).isEqualTo(404);
        }

        var page = letter.press("code", letter.code());
        var link = letter.press("token", letter.token());

        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.header("Retry-After")).isNotBlank();
        assertThat(link.statusCode()).isEqualTo(200);
        assertThat(link.asString()).contains("已確認收悉", Directory.name(BUREAU, "it-head"));
    }

    @Test
    void aScannerThatPressesAtOnceAcknowledgesNothing() {
        var incident = reported();
        var letter = letter(incident, CITY, "ciso");
        NoticeMails.arrived(incident, Directory.mail(CITY, "ciso"), "1 minute");

        var scanned = letter.press("token", letter.token());

        assertThat(scanned.statusCode()).isEqualTo(409);
        assertThat(scanned.asString()).contains("尚未確認", "請輸入信中的確認碼", "id=\"code\"");
        assertThat(NoticeTables.notices(incident)).contains("urgent-notice " + CITY + " OPEN");

        NoticeMails.arrived(incident, Directory.mail(CITY, "ciso"), "-3 seconds");
        assertThat(letter.press("token", letter.token()).asString()).contains("已確認收悉");
    }

    @Test
    void theTypedCodeCountsAtOnce() {
        var incident = reported();
        var letter = letter(incident, CITY, "ciso");
        NoticeMails.arrived(incident, Directory.mail(CITY, "ciso"), "1 minute");

        assertThat(letter.press("code", letter.code()).asString()).contains("已確認收悉");
    }

    @Test
    void belowLevelThreeTheButtonCountsAtOnce() {
        var incident = Ids.next();
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reported(incident, 2, Directory.SIBLING));
        var letter = letter(incident, Directory.SIBLING, "report-window");
        NoticeMails.arrived(incident, Directory.mail(Directory.SIBLING, "report-window"), "1 minute");

        assertThat(letter.press("token", letter.token()).asString()).contains("已確認收悉");
    }

    private static UUID reported() {
        var incident = Ids.next();
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reported(incident, 3));
        return incident;
    }

    private static Letter letter(UUID incident, String agency, String role) {
        DatabaseProbe.soon().until(() -> !mails(incident, agency, role).isEmpty());
        var text = Objects.requireNonNull(mails(incident, agency, role).get(0).text())
                .replace("\r\n", "\n");
        var link = LINK.matcher(text);
        var code = CODE.matcher(text);
        assertThat(link.find() && code.find()).as(text).isTrue();
        NoticeMails.arrived(incident, Directory.mail(agency, role), "-1 minute");
        return new Letter(link.group(1), link.group(2), code.group(1));
    }

    private static List<Mail> mails(UUID incident, String agency, String role) {
        return TestMail.to(Directory.mail(agency, role)).stream()
                .filter(mail -> mail.headers().getOrDefault("References", List.of()).stream()
                        .anyMatch(thread -> thread.contains(incident.toString())))
                .toList();
    }

    /** What a person takes from the mail. */
    private record Letter(String path, String token, String code) {
        Response press(String field, String secret) {
            return given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                    .formParams(Map.of(field, secret))
                    .post(path);
        }
    }
}
