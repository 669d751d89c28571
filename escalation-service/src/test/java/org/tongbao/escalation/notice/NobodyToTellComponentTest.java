package org.tongbao.escalation.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongbao.escalation.fixture.Directory.BUREAU;
import static org.tongbao.escalation.fixture.Directory.CITY;
import static org.tongbao.escalation.fixture.Directory.ROOT;
import static org.tongbao.escalation.fixture.Directory.STRANGER;
import static org.tongbao.escalation.fixture.Directory.mail;
import static org.tongbao.escalation.fixture.Directory.name;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.AffectedAgencyNamed;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.NoticeOpened.Unreached;
import org.tongbao.escalation.fixture.Directory;
import org.tongbao.escalation.fixture.EscalationClient;
import org.tongbao.escalation.fixture.Incidents;
import org.tongbao.escalation.fixture.LogLines;
import org.tongbao.escalation.fixture.NoticeMails;
import org.tongbao.escalation.fixture.NoticeTables;
import org.tongbao.testing.database.DatabaseProbe;
import org.tongbao.testing.event.EventSender;
import org.tongbao.testing.event.TestAgency;

/** Nobody to tell is never silence: the competent authority's duty desk is told at once, with the reason. */
@QuarkusTest
class NobodyToTellComponentTest {
    private static final String RULE = "nobody-to-tell";
    private static final EventSender EVENTS = new EventSender();

    @Inject
    MeterRegistry metrics;

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
    void anAgencyWithoutRelationsIsToldToTheAuthorityByPhoneAndMail(int level) {
        String agency = published(TestAgency.at(ROOT, CITY, code()));
        UUID incident = Ids.next();
        double before = counted("relation-unfilled");

        try (LogLines log = new LogLines()) {
            EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reportedBy(agency, incident, level));

            NoticeMails.first(incident, mail(ROOT, "duty-desk"));
            assertThat(log.lines())
                    .anyMatch(it -> it.contains("nobody could be told") && it.contains(incident.toString()));
        }

        assertThat(NoticeTables.recipients(incident))
                .containsExactly(
                        RULE + " " + ROOT + " duty-desk " + name(ROOT, "duty-desk") + " mail",
                        RULE + " " + ROOT + " duty-desk " + name(ROOT, "duty-desk") + " phone-task");
        assertThat(unreached(incident)).containsExactly(new Unreached("urgent-notice", null, "RELATION_UNFILLED"));
        assertThat(counted("relation-unfilled")).isGreaterThan(before);
    }

    @Test
    void mailCallSheetAndNoticeSayWhy() {
        String agency = published(TestAgency.at(ROOT, CITY, code()));
        UUID incident = Ids.next();

        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reportedBy(agency, incident, 3));

        String text = String.valueOf(
                NoticeMails.first(incident, mail(ROOT, "duty-desk")).text());
        assertThat(text).contains("三、四級資安事件緊急通知: 通訊錄未登載應通知的機關").doesNotContain(agency);
        String call = EscalationClient.openCall(ROOT, incident, name(ROOT, "duty-desk"));
        assertThat(EscalationClient.desk(ROOT)
                        .get(EscalationClient.PHONE_TASKS + "/" + call)
                        .asString())
                .contains("通訊錄未登載應通知的機關", "the directory names no agency to tell");
        UUID notice = NoticeTables.notice(incident, RULE, ROOT);
        String reason = EscalationClient.desk(ROOT)
                .get(EscalationClient.NOTICES + "/" + notice)
                .path("unreached[0].reason");
        assertThat(reason).isEqualTo("RELATION_UNFILLED");
    }

    @Test
    void aRoleThatNobodyHoldsIsToldAtOnceWhileTheLadderGoesOn() {
        String empty = published(TestAgency.at(ROOT, code()));
        String agency = published(TestAgency.at(ROOT, CITY, code()).related(empty, BUREAU));
        UUID incident = Ids.next();

        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reportedBy(agency, incident, 3));

        NoticeTables.notice(incident, RULE, ROOT);
        assertThat(unreached(incident)).containsExactly(new Unreached("urgent-notice", empty, "NOBODY_IN_ROLE"));
        assertThat(NoticeTables.notices(incident)).contains("urgent-notice " + BUREAU + " OPEN");
    }

    @Test
    void aReportFromAnAgencyThatNobodyKnowsIsToldAtOnce() {
        String agency = code();
        UUID incident = Ids.next();

        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reportedBy(agency, incident, 1));

        NoticeMails.first(incident, mail(ROOT, "duty-desk"));
        assertThat(unreached(incident)).containsExactly(new Unreached("incident-reported", agency, "UNKNOWN_AGENCY"));
        assertThat(DatabaseProbe.texts("select 1 from inbox_parked where subject = ?", incident.toString()))
                .isEmpty();
    }

    @Test
    void anAffectedAgencyThatNobodyKnowsGoesToTheDutyDesk() {
        String gone = code();
        UUID incident = Ids.next();
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reported(incident, 2));

        EVENTS.send(
                EventTypes.AFFECTED_AGENCY_NAMED,
                2,
                new AffectedAgencyNamed(incident, gone, "shared", Incidents.now()));

        NoticeMails.first(incident, mail(ROOT, "duty-desk"));
        assertThat(NoticeTables.notices(incident)).contains("lateral-notice " + gone + " ENDED EXHAUSTED");
        assertThat(unreached(incident)).containsExactly(new Unreached("lateral-notice", gone, "UNKNOWN_AGENCY"));
    }

    @Test
    void anExhaustedLadderOfLevelThreeIsToldToTheAuthority() {
        UUID incident = Ids.next();
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reported(incident, 3));

        exhaust(NoticeTables.notice(incident, "urgent-notice", BUREAU));

        NoticeTables.notice(incident, RULE, ROOT);
        assertThat(unreached(incident)).containsExactly(new Unreached("urgent-notice", BUREAU, "LADDER_EXHAUSTED"));
    }

    @Test
    void whereTheAuthorityHasNobodyWhoeverRunsThisSystemIsToldAndTheAlarmIsRaisedAtTheEnd() {
        String top = published(TestAgency.at(code()));
        String agency = published(TestAgency.at(top, code()));
        UUID incident = Ids.next();
        double before = metrics.counter("tongbao.escalation.nobody.left").count();

        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reportedBy(agency, incident, 4));

        NoticeMails.first(incident, mail(STRANGER, "duty-desk"));
        assertThat(NoticeTables.notices(incident))
                .containsExactlyInAnyOrder(RULE + " " + top + " ENDED EXHAUSTED", RULE + " " + STRANGER + " OPEN");
        exhaust(NoticeTables.notice(incident, RULE, STRANGER));
        DatabaseProbe.soon()
                .until(() -> metrics.counter("tongbao.escalation.nobody.left").count() > before);
    }

    private static void exhaust(UUID notice) {
        DatabaseProbe.soon().until(() -> {
            DatabaseProbe.change("update notice set due_at = now() where id = ? and status = 'OPEN'", notice);
            return DatabaseProbe.texts("select end_reason from notice where id = ?", notice)
                    .contains("EXHAUSTED");
        });
    }

    private double counted(String reason) {
        return metrics.counter("tongbao.escalation.unreached", "reason", reason).count();
    }

    private static List<Unreached> unreached(UUID incident) {
        return DatabaseProbe.soon()
                .until(
                        () -> DatabaseProbe.announced(EventTypes.NOTICE_OPENED, incident).stream()
                                .filter(it -> it.rule().equals(RULE))
                                .toList(),
                        found -> !found.isEmpty())
                .get(0)
                .unreached();
    }

    private static String code() {
        return "N-" + Ids.next().toString().substring(24).toUpperCase(Locale.ROOT);
    }

    private static String published(TestAgency agency) {
        EVENTS.send(agency.entry());
        DatabaseProbe.awaitAgency(agency.code(), 1);
        return agency.code();
    }
}
