package org.tongbao.intake.obligation.ical;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.procedure.Anchor;
import org.tongbao.contracts.procedure.Answers;
import org.tongbao.contracts.procedure.Force;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.MetBy;
import org.tongbao.contracts.procedure.Owner;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.contracts.procedure.yaml.ProcedureFiles;
import org.tongbao.intake.incident.domain.Incident;
import org.tongbao.intake.incident.domain.IncidentNumber;
import org.tongbao.intake.level.domain.LevelOnRecord;
import org.tongbao.intake.obligation.domain.IncidentObligation;
import org.tongbao.intake.obligation.domain.ObligationClock;
import org.tongbao.intake.obligation.domain.ObligationLimit;
import org.tongbao.intake.obligation.domain.ObligationRule;
import org.tongbao.intake.obligation.domain.ObligationState;
import org.tongbao.intake.report.domain.Filing;
import org.tongbao.intake.report.domain.FilingChannel;

class ICalObligationCalendarTest {
    private static final Procedure TAIPEI =
            ProcedureFiles.shipped().byId("s2-taipei-113").orElseThrow();
    private static final Instant NOW = Instant.parse("2026-11-20T00:20:00.123456Z");
    private static final Instant DUE = Instant.parse("2026-11-20T12:00:00Z");
    private static final String SPECIAL = "附件一, §21(一); \\ 與 😀";
    private static final String LONG = "資通安全事件通報及應變作業程序第二十一點第一款第二目".repeat(4);

    @Test
    void aLimitIsAnEventWithItsOwnUid() throws Exception {
        Incident incident = incident(obligation("damage-control", "§21(二)", ObligationState.OPEN));

        VEvent event = onlyEvent(parsed(incident));

        assertThat(value(event, Property.UID)).isEqualTo(incident.id() + "-damage-control@tongbao");
        assertThat(value(event, Property.DTSTAMP)).isEqualTo("20261120T002000Z");
        assertThat(value(event, Property.DTSTART)).isEqualTo("20261120T120000Z");
        assertThat(value(event, Property.SUMMARY)).startsWith("2026-7F3K-9Q2C ").endsWith(" §21(二)");
    }

    @Test
    void commasSemicolonsAndBackslashesAreEscaped() throws Exception {
        Incident incident = incident(obligation("damage-control", SPECIAL, ObligationState.OPEN));

        assertThat(text(incident).replace("\r\n ", "")).contains("附件一\\, §21(一)\\; \\\\ 與 😀\r\n");
        assertThat(value(onlyEvent(parsed(incident)), Property.SUMMARY)).endsWith(SPECIAL);
    }

    @Test
    void aLongSummaryIsFoldedAt75OctetsAndReadBackWhole() throws Exception {
        Incident incident = incident(obligation("damage-control", LONG + "😀" + LONG, ObligationState.OPEN));

        assertThat(text(incident).split("\r\n")).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(value(onlyEvent(parsed(incident)), Property.SUMMARY)).endsWith(LONG + "😀" + LONG);
    }

    @Test
    void whatIsMetOrLapsedIsNoEvent() {
        Incident incident = incident(
                obligation("team", "§18", ObligationState.MET), obligation("closing", "§31", ObligationState.LAPSED));

        assertThat(text(incident))
                .isEqualTo("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Tongbao//intake//EN\r\nEND:VCALENDAR\r\n");
    }

    private static String text(Incident incident) {
        return new ICalObligationCalendar().of(incident, NOW);
    }

    private static Calendar parsed(Incident incident) throws Exception {
        return new CalendarBuilder().build(new StringReader(text(incident)));
    }

    private static VEvent onlyEvent(Calendar calendar) {
        List<VEvent> events = calendar.getComponents(Component.VEVENT);
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).map(Property::getValue).orElseThrow();
    }

    private static IncidentObligation obligation(String key, String clause, ObligationState state) {
        var rule = new ObligationRule(
                key, 0, Owner.INTAKE, clause, Force.MUST, Anchor.AWARE, MetBy.DAMAGE_CONTROL_RECORDED, List.of());
        var limit = new ObligationLimit(NOW, false, DUE);
        return new IncidentObligation(rule, new ObligationClock(limit, state, 0, null, null, null));
    }

    private static Incident incident(IncidentObligation... obligations) {
        UUID id = Ids.next();
        return Incident.of(new Incident.Snapshot(
                id,
                new IncidentNumber("2026-7F3K-9Q2C"),
                "TPE-EDU",
                TAIPEI,
                false,
                ZoneId.of("Asia/Taipei"),
                new Filing(FilingChannel.PORTAL, NOW, NOW, "sub", "name", "TPE-EDU", null),
                false,
                LevelOnRecord.assess(TAIPEI, new Answers(null, null, null), Level.TWO),
                Set.of(),
                Map.of(),
                List.of(obligations),
                null,
                null));
    }
}
