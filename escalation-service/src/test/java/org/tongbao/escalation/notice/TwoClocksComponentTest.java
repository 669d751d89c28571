package org.tongbao.escalation.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongbao.escalation.fixture.Directory.BUREAU;
import static org.tongbao.escalation.fixture.Directory.mail;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.escalation.fixture.Directory;
import org.tongbao.escalation.fixture.Incidents;
import org.tongbao.escalation.fixture.NoticeMails;
import org.tongbao.escalation.fixture.NoticeTables;
import org.tongbao.platform.time.Clock;
import org.tongbao.testing.database.DatabaseProbe;
import org.tongbao.testing.event.EventSender;

/** However far this machine's clock is from the database's, a ladder runs by the database's. */
@QuarkusTest
class TwoClocksComponentTest {
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
    @ValueSource(strings = {"-PT1H", "PT8H", "PT0.02S"})
    void whatIsOpenedIsOpenedAndSentByTheDatabasesClock(Duration ahead) {
        setTheMachine(ahead);
        UUID incident = Ids.next();
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reported(incident, 3));

        NoticeMails.first(incident, mail(BUREAU, "ciso"));
        assertThat(DatabaseProbe.texts("""
            select distinct count(i.*) || ' ' || (n.since = n.opened_at) || ' ' || (n.due_at - n.opened_at)
            from notice n left join inbox i on i.received_at = n.opened_at
            where n.incident_id = ? and not n.information group by n.id\
            """, incident)).containsExactly("1 true" + " 00:10:00");
        assertThat(DatabaseProbe.texts("""
            select distinct d.created_at = n.opened_at and t.told_at = n.opened_at and s.at = n.opened_at
            from notice n join delivery d on d.notice_id = n.id join told t on t.id = d.told_id
                join notice_step s on s.notice_id = n.id
            where n.incident_id = ? and not n.information\
            """, incident)).containsExactly("t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT1H", "PT8H", "PT0.02S"})
    void whatIsDueGoesOnAndWaitsByTheDatabasesClock(Duration ahead) {
        setTheMachine(ahead);
        UUID incident = Ids.next();
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reported(incident, 3));
        UUID notice = NoticeTables.notice(incident, "urgent-notice", BUREAU);

        DatabaseProbe.change("update notice set due_at = now() where id = ?", notice);

        NoticeMails.first(incident, mail(BUREAU, "deputy"));
        assertThat(DatabaseProbe.texts(
                        "select due_at - since || ' ' || (since = updated_at) from notice where id = ?", notice))
                .isEqualTo(List.of("00:10:00 true"));
    }

    private static void setTheMachine(Duration ahead) {
        QuarkusMock.installMockForType(
                new Clock() {
                    @Override
                    protected Instant machine() {
                        return super.machine().plus(ahead);
                    }
                },
                Clock.class);
    }
}
