package org.tongbao.escalation.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongbao.escalation.fixture.Directory.BUREAU;
import static org.tongbao.escalation.fixture.Directory.CITY;
import static org.tongbao.escalation.fixture.Directory.ROOT;
import static org.tongbao.escalation.fixture.Directory.SIBLING;
import static org.tongbao.escalation.fixture.Directory.mail;
import static org.tongbao.escalation.fixture.Directory.name;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.IncidentClosed;
import org.tongbao.contracts.event.IncidentLevelChanged;
import org.tongbao.contracts.event.NoticeAcknowledged;
import org.tongbao.contracts.event.NoticeEscalated;
import org.tongbao.contracts.event.NoticeOpened;
import org.tongbao.contracts.requirement.Requirement;
import org.tongbao.embedded.Mail;
import org.tongbao.escalation.acknowledgement.usecase.AckOutcome;
import org.tongbao.escalation.acknowledgement.usecase.Acknowledge;
import org.tongbao.escalation.fixture.Directory;
import org.tongbao.escalation.fixture.EscalationClient;
import org.tongbao.escalation.fixture.Incidents;
import org.tongbao.escalation.fixture.NoticeMails;
import org.tongbao.escalation.fixture.NoticeTables;
import org.tongbao.testing.database.DatabaseProbe;
import org.tongbao.testing.event.EventSender;
import org.tongbao.testing.event.TopicReader;

/** The whole ladder on real servers: told, not acknowledged, the next one, acknowledged, everybody told of it. */
@QuarkusTest
class LadderComponentTest {
    private static final EventSender EVENTS = new EventSender();

    @Inject
    Acknowledge acknowledge;

    @BeforeAll
    static void publishTheDirectory() {
        Directory.publish(EVENTS);
    }

    @AfterAll
    static void close() {
        EVENTS.close();
    }

    @Test
    void everyRecipientHasOneMailWithHisOwnLink() {
        UUID incident = report(3);

        List<Mail> letters = List.of(CITY, BUREAU).stream()
                .flatMap(agency -> List.of("reviewer", "ciso", "it-head").stream()
                        .map(role -> NoticeMails.first(incident, mail(agency, role))))
                .toList();

        assertThat(letters.stream().map(NoticeMails::id)).doesNotHaveDuplicates();
        assertThat(letters).allSatisfy(it -> assertThat(it.text()).contains(Incidents.NUMBER));
        DatabaseProbe.soon().untilAsserted(() -> assertThat(DatabaseProbe.texts("""
                        select distinct d.state from delivery d join notice n on n.id = d.notice_id
                        where n.incident_id = ? and d.channel = 'mail'""", incident))
                .containsExactly("ACCEPTED"));
    }

    @Test
    @Requirement("S2-52")
    void nobodyAcknowledgesSoTheDeputyTheNextRoleAndTheDutyDesksAreTold() {
        UUID incident = report(3);
        UUID notice = NoticeTables.notice(incident, "urgent-notice", BUREAU);

        goOn(notice, 1, 2);
        goOn(notice, 2, 3);
        goOn(notice, 3, 4);
        goOn(notice, 4, 5);

        assertThat(DatabaseProbe.texts("""
                        select s.step || ' ' || coalesce(s.because, 'OPENED') || ' ' || coalesce(string_agg(t.name, ',' order by t.name), '')
                        from notice_step s left join (
                            select distinct d.notice_id, d.loop, d.step, t.name from delivery d join told t on t.id = d.told_id) t
                            on t.notice_id = s.notice_id and t.step = s.step and t.loop = s.loop
                        where s.notice_id = ? group by s.step, s.because order by s.step""", notice))
                .containsExactly(
                        "1 OPENED " + name(BUREAU, "ciso") + "," + name(BUREAU, "it-head") + ","
                                + name(BUREAU, "reviewer"),
                        "2 NOT_ACKNOWLEDGED " + name(BUREAU, "deputy"),
                        "3 NOT_ACKNOWLEDGED " + name(BUREAU, "report-window"),
                        "4 NOT_ACKNOWLEDGED " + name(BUREAU, "duty-desk"),
                        "5 NOT_ACKNOWLEDGED " + name(CITY, "duty-desk"));
        assertThat(TopicReader.published(EventTypes.NOTICE_ESCALATED, incident, 4))
                .filteredOn(it -> it.noticeId().equals(notice))
                .extracting(NoticeEscalated::step)
                .containsExactly(2, 3, 4, 5);
        NoticeMails.first(incident, mail(CITY, "duty-desk"));
    }

    @Test
    void anExhaustedLadderEndsAtTheRootAndSaysSo() {
        UUID incident = report(3);
        UUID notice = NoticeTables.notice(incident, "urgent-notice", BUREAU);

        DatabaseProbe.soon().until(() -> {
            DatabaseProbe.change("update notice set due_at = now() where id = ? and status = 'OPEN'", notice);
            return NoticeTables.notices(incident).contains("urgent-notice " + BUREAU + " ENDED EXHAUSTED");
        });

        assertThat(DatabaseProbe.texts(
                        "select distinct name from told where notice_id = ? and agency = ?", notice, ROOT))
                .containsExactly(name(ROOT, "duty-desk"));
        assertThat(TopicReader.published(EventTypes.NOTICE_ENDED, incident, 1)
                        .get(0)
                        .reason())
                .isEqualTo("EXHAUSTED");
    }

    @Test
    void theDeputyAcknowledgesAndEverybodyWhoWasToldIsToldWhoTookIt() throws Throwable {
        UUID incident = report(3, SIBLING);
        UUID notice = NoticeTables.notice(incident, "urgent-notice", BUREAU);
        goOn(notice, 1, 2);
        Mail letter = NoticeMails.first(incident, mail(BUREAU, "deputy"));

        AckOutcome outcome = VertxContextSupport.subscribeAndAwait(
                () -> acknowledge.byToken(NoticeMails.id(letter), NoticeMails.token(letter)));

        assertThat(outcome).isInstanceOf(AckOutcome.Acknowledged.class);
        assertThat(NoticeTables.notices(incident)).contains("urgent-notice " + BUREAU + " ACKNOWLEDGED");
        assertThat(TopicReader.published(EventTypes.NOTICE_ACKNOWLEDGED, incident, 1))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.name()).isEqualTo(name(BUREAU, "deputy"));
                    assertThat(it.method()).isEqualTo("mail-link");
                });
        for (String agency : List.of(CITY, BUREAU)) {
            for (String role : List.of("reviewer", "ciso", "it-head")) {
                DatabaseProbe.soon().untilAsserted(() -> assertThat(NoticeMails.to(incident, mail(agency, role)))
                        .hasSize(2)
                        .last()
                        .satisfies(it -> assertThat(it.text()).contains(name(BUREAU, "deputy"))));
            }
        }
        assertThat(NoticeMails.to(incident, mail(SIBLING, "report-window"))).hasSize(1);
        assertThat(openMessages(notice)).isEmpty();
    }

    @Test
    void anAcknowledgedLadderStandsStill() throws Throwable {
        UUID incident = report(3);
        UUID notice = NoticeTables.notice(incident, "urgent-notice", BUREAU);
        Mail letter = NoticeMails.first(incident, mail(BUREAU, "ciso"));
        Mail other = NoticeMails.first(incident, mail(BUREAU, "reviewer"));

        var first = VertxContextSupport.subscribeAndAwait(
                () -> acknowledge.byToken(NoticeMails.id(letter), NoticeMails.token(letter)));
        var again = VertxContextSupport.subscribeAndAwait(
                () -> acknowledge.byToken(NoticeMails.id(letter), NoticeMails.token(letter)));
        var late = VertxContextSupport.subscribeAndAwait(
                () -> acknowledge.byCode(NoticeMails.id(other), NoticeMails.code(other)));

        assertThat(first).isInstanceOf(AckOutcome.Acknowledged.class);
        assertThat(again).isInstanceOf(AckOutcome.Acknowledged.class);
        assertThat(late).isInstanceOfSatisfying(AckOutcome.AlreadyAcknowledged.class, it -> assertThat(it.name())
                .isEqualTo(name(BUREAU, "ciso")));
        assertThat(DatabaseProbe.texts("select due_at::text from notice where id = ?", notice))
                .containsOnlyNulls();
        assertThat(DatabaseProbe.texts(
                        "select name from told where notice_id = ? and acknowledged_at is not null", notice))
                .containsExactly(name(BUREAU, "ciso"));
        assertThat(TopicReader.published(EventTypes.NOTICE_ACKNOWLEDGED, incident, 1))
                .hasSize(1);
    }

    @Test
    void noNumberOfWrongTokensOrCodesClosesALink() throws Throwable {
        UUID incident = report(3);
        Mail mine = NoticeMails.first(incident, mail(BUREAU, "ciso"));
        Mail foreign = NoticeMails.first(incident, mail(CITY, "ciso"));

        var unknown =
                VertxContextSupport.subscribeAndAwait(() -> acknowledge.byToken(Ids.next(), NoticeMails.token(mine)));
        for (int i = 0; i < 10; i++) {
            var notMine = VertxContextSupport.subscribeAndAwait(
                    () -> acknowledge.byToken(NoticeMails.id(mine), NoticeMails.token(foreign)));
            assertThat(notMine).isInstanceOf(AckOutcome.Unknown.class);
            VertxContextSupport.subscribeAndAwait(() -> acknowledge.byCode(NoticeMails.id(mine), "000-000"));
        }
        var typed = VertxContextSupport.subscribeAndAwait(
                () -> acknowledge.byCode(NoticeMails.id(mine), NoticeMails.code(mine)));
        var pressed = VertxContextSupport.subscribeAndAwait(
                () -> acknowledge.byToken(NoticeMails.id(mine), NoticeMails.token(mine)));

        assertThat(unknown).isInstanceOf(AckOutcome.Unknown.class);
        assertThat(typed).isInstanceOf(AckOutcome.TooManyTries.class);
        assertThat(pressed).isInstanceOf(AckOutcome.Acknowledged.class);
    }

    @Test
    @Requirement("S2-21")
    void aSupersededLetterIsNoLongerValid() throws Throwable {
        UUID incident = report(3);
        Mail letter = NoticeMails.first(incident, mail(BUREAU, "ciso"));

        EVENTS.send(
                EventTypes.INCIDENT_LEVEL_CHANGED,
                2,
                new IncidentLevelChanged(incident, 3, 2, "REVIEWED", BUREAU, Incidents.now(), List.of()));
        DatabaseProbe.soon()
                .until(() -> NoticeTables.notices(incident).contains("urgent-notice " + BUREAU + " ENDED SUPERSEDED"));
        var outcome = VertxContextSupport.subscribeAndAwait(
                () -> acknowledge.byToken(NoticeMails.id(letter), NoticeMails.token(letter)));

        assertThat(outcome).isInstanceOf(AckOutcome.NoLongerValid.class);
        DatabaseProbe.soon().untilAsserted(() -> assertThat(NoticeMails.to(incident, mail(BUREAU, "ciso")))
                .hasSize(2));
    }

    @Test
    void aLetterIsValidUntilADayAfterTheEnd() throws Throwable {
        UUID incident = report(3);
        UUID notice = NoticeTables.notice(incident, "urgent-notice", CITY);
        Mail letter = NoticeMails.first(incident, mail(CITY, "ciso"));
        Mail other = NoticeMails.first(incident, mail(CITY, "it-head"));
        VertxContextSupport.subscribeAndAwait(
                () -> acknowledge.byToken(NoticeMails.id(letter), NoticeMails.token(letter)));

        DatabaseProbe.change("update notice set taken_at = now() - interval '25 hours' where id = ?", notice);
        var outcome = VertxContextSupport.subscribeAndAwait(
                () -> acknowledge.byToken(NoticeMails.id(other), NoticeMails.token(other)));

        assertThat(outcome).isInstanceOf(AckOutcome.NoLongerValid.class);
    }

    @Test
    void aClosedIncidentHasNoRunningLadderAndEverybodyHears() {
        UUID incident = report(3);
        NoticeMails.first(incident, mail(CITY, "it-head"));

        EVENTS.send(EventTypes.INCIDENT_CLOSED, 2, new IncidentClosed(incident, Incidents.now()));

        DatabaseProbe.soon().untilAsserted(() -> assertThat(NoticeTables.notices(incident))
                .contains(
                        "closed " + CITY + " ENDED INFORMED",
                        "closed " + BUREAU + " ENDED INFORMED",
                        "urgent-notice " + CITY + " ENDED SUPERSEDED",
                        "urgent-notice " + BUREAU + " ENDED SUPERSEDED"));
    }

    @Test
    void theSameEventTwiceTellsNobodyTwice() {
        UUID incident = Ids.next();
        var event = EventSender.event(EventTypes.INCIDENT_REPORTED, 1, Incidents.reported(incident, 3));

        EVENTS.send(event);
        EVENTS.send(event);
        NoticeMails.first(incident, mail(CITY, "ciso"));
        EVENTS.send(EventTypes.INCIDENT_CLOSED, 2, new IncidentClosed(incident, Incidents.now()));
        DatabaseProbe.soon().until(() -> NoticeTables.notices(incident).contains("closed " + CITY + " ENDED INFORMED"));

        assertThat(TopicReader.published(EventTypes.NOTICE_OPENED, incident, 2))
                .filteredOn(it -> it.rule().equals("urgent-notice"))
                .extracting(NoticeOpened::recipientAgency)
                .containsExactlyInAnyOrder(CITY, BUREAU);
    }

    @Test
    void nobodyThereTellsTheDeputyAtOnceAndAnAnsweredCallWithTheCodeAcknowledges() {
        UUID incident = report(3);
        String call = EscalationClient.openCall(BUREAU, incident, name(BUREAU, "ciso"));

        EscalationClient.desk(BUREAU)
                .body("{\"outcome\": \"NO_ANSWER\"}")
                .post(EscalationClient.PHONE_TASKS + "/" + call + "/result")
                .then()
                .statusCode(200);
        Mail letter = NoticeMails.first(incident, mail(BUREAU, "deputy"));
        String second = EscalationClient.openCall(BUREAU, incident, name(BUREAU, "deputy"));
        EscalationClient.desk(BUREAU)
                .body("{\"outcome\": \"ANSWERED\", \"code\": \"" + NoticeMails.code(letter) + "\"}")
                .post(EscalationClient.PHONE_TASKS + "/" + second + "/result")
                .then()
                .statusCode(200);

        assertThat(TopicReader.published(EventTypes.NOTICE_ACKNOWLEDGED, incident, 1))
                .extracting(NoticeAcknowledged::name, NoticeAcknowledged::method)
                .containsExactly(org.assertj.core.api.Assertions.tuple(name(BUREAU, "deputy"), "phone-code"));
    }

    @Test
    @Requirement("S2-15")
    void aLateralNoticeIsMetByAnAnsweredCallAndNotByAMail() throws Throwable {
        UUID incident = report(2, SIBLING);
        UUID notice = NoticeTables.notice(incident, "lateral-notice", SIBLING);
        Mail letter = NoticeMails.first(incident, mail(SIBLING, "report-window"));

        VertxContextSupport.subscribeAndAwait(
                () -> acknowledge.byToken(NoticeMails.id(letter), NoticeMails.token(letter)));
        assertThat(DatabaseProbe.texts("select status from notice where id = ? and due_at is not null", notice))
                .containsExactly("ACKNOWLEDGED");
        EscalationClient.desk(CITY)
                .body("{\"outcome\": \"ANSWERED\"}")
                .post(EscalationClient.PHONE_TASKS + "/"
                        + EscalationClient.openCall(CITY, incident, name(SIBLING, "report-window")) + "/result")
                .then()
                .statusCode(200);

        assertThat(TopicReader.published(EventTypes.LATERAL_NOTICE_MET, incident, 1)
                        .get(0)
                        .how())
                .isEqualTo("PHONE_ANSWERED");
        assertThat(NoticeTables.notices(incident)).contains("lateral-notice " + SIBLING + " ENDED MET");
    }

    @Test
    void redIsToldByPhoneOnly() {
        UUID incident = Ids.next();
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.marked(incident, 4, "RED", Incidents.HASH, SIBLING));

        DatabaseProbe.soon().until(() -> NoticeTables.notices(incident).size() == 3);

        assertThat(DatabaseProbe.texts("""
                        select distinct d.channel from delivery d join notice n on n.id = d.notice_id
                        where n.incident_id = ?""", incident)).containsExactly("phone-task");
    }

    private static UUID report(int level, String... affected) {
        UUID incident = Ids.next();
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reported(incident, level, affected));
        return incident;
    }

    /** Time passes for one ladder. */
    private static void goOn(UUID notice, int from, int to) {
        DatabaseProbe.soon()
                .until(() -> DatabaseProbe.texts("select 1 from notice where id = ? and step = ?", notice, from)
                        .contains("1"));
        DatabaseProbe.change("update notice set due_at = now() where id = ?", notice);
        DatabaseProbe.soon()
                .until(() -> DatabaseProbe.texts("select 1 from notice where id = ? and step = ?", notice, to)
                        .contains("1"));
    }

    private static List<String> openMessages(UUID notice) {
        return DatabaseProbe.texts(
                "select id::text from delivery where notice_id = ? and state in ('PENDING', 'CLAIMED', 'TRANSIENT')",
                notice);
    }
}
