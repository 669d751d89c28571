package org.tongbao.escalation.audit.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.tongbao.escalation.fixture.Directory.BUREAU;
import static org.tongbao.escalation.fixture.Directory.CITY;
import static org.tongbao.escalation.fixture.Directory.ROOT;
import static org.tongbao.escalation.fixture.Directory.SIBLING;
import static org.tongbao.escalation.fixture.Directory.mail;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.escalation.fixture.Directory;
import org.tongbao.escalation.fixture.Incidents;
import org.tongbao.escalation.fixture.NoticeMails;
import org.tongbao.escalation.fixture.NoticeTables;
import org.tongbao.testing.database.DatabaseProbe;
import org.tongbao.testing.event.EventSender;
import org.tongbao.testing.event.TestAgency;

/** An incident has the notices that its procedure demands, also when one went missing. */
@QuarkusTest
class AuditorComponentTest {
    private static final EventSender EVENTS = new EventSender();

    @Inject
    Auditor auditor;

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

    @Test
    void whatTheProcedureDemandsAndNobodyOpenedIsOpenedAndCounted() throws Throwable {
        UUID incident = report();
        double before = missing();
        lose(NoticeTables.notice(incident, "urgent-notice", BUREAU));
        lose(NoticeTables.notice(incident, "lateral-notice", SIBLING));
        DatabaseProbe.change("update incident set audit_at = now() where id = ?", incident);

        audit();

        assertThat(NoticeTables.notices(incident))
                .containsExactlyInAnyOrder(
                        "urgent-notice " + BUREAU + " OPEN",
                        "urgent-notice " + CITY + " OPEN",
                        "lateral-notice " + SIBLING + " OPEN");
        assertThat(missing()).isGreaterThanOrEqualTo(before + 2);
        assertThat(DatabaseProbe.texts("select action from journal where incident_id = ?", incident))
                .contains("missing-notices-opened");
        DatabaseProbe.soon()
                .until(() -> NoticeMails.to(incident, mail(BUREAU, "ciso")).size() == 2
                        && NoticeMails.to(incident, mail(SIBLING, "report-window"))
                                        .size()
                                == 2);
    }

    @Test
    void anAuthorityThatWasNotToldOfNobodyCountsAsMissing() throws Throwable {
        String agency = "N-" + Ids.next().toString().substring(24).toUpperCase(java.util.Locale.ROOT);
        UUID incident = Ids.next();
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reportedBy(agency, incident, 4));
        NoticeMails.first(incident, mail(ROOT, "duty-desk"));
        double before = missing();
        lose(NoticeTables.notice(incident, "nobody-to-tell", ROOT));
        DatabaseProbe.change("update incident set audit_at = now() where id = ?", incident);

        audit();

        assertThat(NoticeTables.notices(incident)).containsExactly("nobody-to-tell " + ROOT + " OPEN");
        assertThat(missing()).isGreaterThanOrEqualTo(before + 1);
        assertThat(DatabaseProbe.texts("select 1 from incident where id = ? and audit_at > now()", incident))
                .as("audited again until the agency is known")
                .containsExactly("1");
    }

    @Test
    void onceTheAgencyIsKnownWhoeverItsRelationsNameIsTold() throws Throwable {
        String agency = "N-" + Ids.next().toString().substring(24).toUpperCase(java.util.Locale.ROOT);
        UUID incident = Ids.next();
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reportedBy(agency, incident, 3));
        NoticeMails.first(incident, mail(ROOT, "duty-desk"));

        EVENTS.send(TestAgency.at(ROOT, CITY, agency).related(CITY, BUREAU).entry());
        DatabaseProbe.awaitAgency(agency, 1);
        DatabaseProbe.change("update incident set audit_at = now() where id = ?", incident);
        DatabaseProbe.soon().until(() -> {
            // One that another test broke fails the round and holds up no other.
            Throwable others = catchThrowable(this::audit);
            return (others == null || others instanceof IllegalStateException)
                    && NoticeTables.notices(incident).contains("urgent-notice " + BUREAU + " OPEN");
        });

        assertThat(NoticeTables.notices(incident))
                .contains("urgent-notice " + CITY + " OPEN", "nobody-to-tell " + ROOT + " OPEN");
    }

    @Test
    void whatWasAuditedCostsNothingUntilItChanges() throws Throwable {
        UUID incident = report();

        audit();

        assertThat(DatabaseProbe.texts("select 1 from incident where id = ? and audit_at is null", incident))
                .containsExactly("1");
        assertThat(NoticeTables.notices(incident)).hasSize(3);
    }

    @Test
    void oneThatCannotBeAuditedFailsTheAuditAndHoldsUpNoOther() throws Throwable {
        UUID broken = report();
        UUID other = report();
        lose(NoticeTables.notice(other, "urgent-notice", CITY));
        DatabaseProbe.change("update incident set procedure_hash = 'nowhere' where id = ?", broken);

        DatabaseProbe.soon().until(() -> {
            DatabaseProbe.change("update incident set audit_at = now() where id in (?, ?)", broken, other);
            Throwable failure = catchThrowable(this::audit);
            return failure != null && failure.getMessage().contains(broken.toString());
        });

        assertThat(NoticeTables.notices(other)).contains("urgent-notice " + CITY + " OPEN");
        assertThat(DatabaseProbe.texts("select 1 from incident where id = ? and audit_at > now()", broken))
                .containsExactly("1");
        DatabaseProbe.change(
                "update incident set procedure_hash = ?, audit_at = now() where id = ?", Incidents.HASH, broken);
        assertThatCode(this::audit).doesNotThrowAnyException();
    }

    private void audit() throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> auditor.audit());
    }

    private double missing() {
        return metrics.counter("tongbao.escalation.audit.missing").count();
    }

    private static UUID report() {
        UUID incident = Ids.next();
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reported(incident, 3, SIBLING));
        NoticeMails.first(incident, mail(BUREAU, "ciso"));
        NoticeMails.first(incident, mail(SIBLING, "report-window"));
        DatabaseProbe.soon().until(() -> DatabaseProbe.texts("""
                select 1 from delivery d join notice n on n.id = d.notice_id
                where n.incident_id = ? and d.channel = 'mail' and d.state <> 'ACCEPTED'""", incident).isEmpty());
        return incident;
    }

    /** As if it had never been opened. */
    private static void lose(UUID notice) {
        DatabaseProbe.change(
                "delete from attempt where delivery_id in (select id from delivery where notice_id = ?)", notice);
        for (String part : new String[] {"phone_task", "delivery", "told", "notice_step"}) {
            DatabaseProbe.change("delete from " + part + " where notice_id = ?", notice);
        }
        DatabaseProbe.change("delete from notice where id = ?", notice);
    }
}
