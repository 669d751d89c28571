package org.tongbao.escalation.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.tongbao.escalation.fixture.Directory.BUREAU;
import static org.tongbao.escalation.fixture.Directory.CITY;
import static org.tongbao.escalation.fixture.Directory.name;
import static org.tongbao.escalation.fixture.EscalationClient.NOTICES;
import static org.tongbao.escalation.fixture.EscalationClient.PHONE_TASKS;
import static org.tongbao.escalation.fixture.EscalationClient.desk;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.EnteredBy;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.escalation.fixture.Directory;
import org.tongbao.escalation.fixture.EscalationClient;
import org.tongbao.escalation.fixture.Incidents;
import org.tongbao.escalation.fixture.NoticeMails;
import org.tongbao.escalation.fixture.NoticeTables;
import org.tongbao.testing.event.EventSender;
import org.tongbao.testing.event.TopicReader;

/** Nobody acknowledges for another: an answered call of a grave incident counts with the code that was read out. */
@QuarkusTest
class CallComponentTest {
    private static final String ANSWERED = "{\"outcome\": \"ANSWERED\"}";
    private static final EventSender EVENTS = new EventSender();

    @BeforeAll
    static void publishTheDirectory() {
        Directory.publish(EVENTS);
    }

    @AfterAll
    static void close() {
        EVENTS.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void anAnsweredCallOfAGraveIncidentNeedsTheCode(int level) {
        UUID incident = report(level, "AMBER+STRICT");
        String code = code(incident, BUREAU, "ciso");
        String call = EscalationClient.openCall(BUREAU, incident, name(BUREAU, "ciso"));

        result(BUREAU, call, ANSWERED).statusCode(422).body("type", equalTo("urn:tongbao:problem:code-needed"));
        assertThat(NoticeTables.notices(incident)).contains("urgent-notice " + BUREAU + " OPEN");
        result(BUREAU, call, withCode(code)).statusCode(200).body("state", equalTo("DONE"));

        assertThat(NoticeTables.notices(incident)).contains("urgent-notice " + BUREAU + " ACKNOWLEDGED");
    }

    @Test
    void theNoticeAndItsEventsSayWhoEnteredIt() {
        UUID incident = report(3, "AMBER+STRICT");
        UUID notice = NoticeTables.notice(incident, "urgent-notice", BUREAU);
        String code = code(incident, BUREAU, "it-head");
        String call = EscalationClient.openCall(CITY, incident, name(BUREAU, "it-head"));

        result(CITY, call, withCode(code)).statusCode(200);

        desk(BUREAU)
                .get(NOTICES + "/" + notice)
                .then()
                .statusCode(200)
                .body("acknowledgement.name", equalTo(name(BUREAU, "it-head")))
                .body("acknowledgement.enteredBy.name", equalTo("王小明"))
                .body("acknowledgement.enteredBy.agency", equalTo(CITY));
        var desk = new EnteredBy("王小明", CITY);
        assertThat(TopicReader.published(EventTypes.NOTICE_ACKNOWLEDGED, incident, 1))
                .singleElement()
                .satisfies(it -> assertThat(it.enteredBy()).isEqualTo(desk));
        assertThat(TopicReader.published(EventTypes.DELIVERY_ENDED, incident, 1))
                .filteredOn(it -> it.outcome().equals("ANSWERED"))
                .singleElement()
                .satisfies(it -> assertThat(it.enteredBy()).isEqualTo(desk));
    }

    @Test
    void theDoorOfTheDeskStaysOpenHoweverManyCodesWereWrong() {
        UUID incident = report(4, "AMBER+STRICT");
        String code = code(incident, BUREAU, "ciso");
        String call = EscalationClient.openCall(BUREAU, incident, name(BUREAU, "ciso"));

        for (int i = 0; i < 11; i++) {
            result(BUREAU, call, withCode("000000"))
                    .statusCode(422)
                    .body("type", equalTo("urn:tongbao:problem:wrong-code"));
        }

        result(BUREAU, call, withCode(code)).statusCode(200);
    }

    @Test
    void theCodeOfAnotherRecipientIsNotThisPersons() {
        UUID incident = report(3, "AMBER+STRICT");
        String other = code(incident, BUREAU, "it-head");
        String call = EscalationClient.openCall(BUREAU, incident, name(BUREAU, "ciso"));

        result(BUREAU, call, withCode(other)).statusCode(422);
    }

    @Test
    void whoMayGetNoMailHasNoCodeAndAcknowledgesByAnswering() {
        UUID incident = report(4, "RED");
        String call = EscalationClient.openCall(BUREAU, incident, name(BUREAU, "ciso"));

        result(BUREAU, call, ANSWERED).statusCode(200);

        assertThat(TopicReader.published(EventTypes.NOTICE_ACKNOWLEDGED, incident, 1))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.method()).isEqualTo("phone-answered");
                    assertThat(it.enteredBy()).isEqualTo(new EnteredBy("王小明", BUREAU));
                });
    }

    private static UUID report(int level, String tlp) {
        UUID incident = Ids.next();
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.marked(incident, level, tlp, Incidents.HASH));
        return incident;
    }

    private static String code(UUID incident, String agency, String role) {
        return NoticeMails.code(NoticeMails.first(incident, Directory.mail(agency, role)));
    }

    private static String withCode(String code) {
        return "{\"outcome\": \"ANSWERED\", \"code\": \"" + code + "\"}";
    }

    private static ValidatableResponse result(String agency, String call, String body) {
        return desk(agency)
                .body(body)
                .post(PHONE_TASKS + "/" + call + "/result")
                .then();
    }
}
