package org.tongbao.escalation.delivery.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongbao.escalation.fixture.Directory.BUREAU;
import static org.tongbao.escalation.fixture.Directory.CITY;
import static org.tongbao.escalation.fixture.Directory.mail;
import static org.tongbao.escalation.fixture.Directory.name;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.DeliveryEnded;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.escalation.delivery.usecase.Deliveries.Claimed;
import org.tongbao.escalation.delivery.usecase.RecordOutcomes.Attempted;
import org.tongbao.escalation.fixture.Directory;
import org.tongbao.escalation.fixture.Incidents;
import org.tongbao.escalation.fixture.NoticeMails;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.sql.Sql;
import org.tongbao.testing.database.DatabaseProbe;
import org.tongbao.testing.event.EventSender;
import org.tongbao.testing.event.TopicReader;

/** Many outcomes in one transaction, each with all that follows from it. */
@QuarkusTest
class RecordOutcomesComponentTest {
    private static final EventSender EVENTS = new EventSender();
    private static final Duration LONG = Duration.ofHours(1);
    private static final SendResult ACCEPTED = new SendResult.Accepted("1", "250 OK");

    @Inject
    RecordOutcomes recordOutcomes;

    @Inject
    Deliveries deliveries;

    @Inject
    Transactions transactions;

    @BeforeAll
    static void publishTheDirectory() {
        Directory.publish(EVENTS);
    }

    @AfterAll
    static void close() {
        EVENTS.close();
    }

    @Test
    void outcomesOfSeveralIncidentsAreRecordedAtOnce() throws Throwable {
        UUID first = reported();
        UUID second = reported();
        List<Claimed> claimed = claimedAgain(List.of(first, second), "ciso");

        recordAll(claimed.stream().map(it -> new Attempted(it, ACCEPTED)).toList());

        assertThat(claimed).hasSize(4);
        assertThat(DatabaseProbe.texts("""
                        select distinct ended_at::text from attempt
                        where number = 2 and outcome = 'ACCEPTED' and delivery_id = any(?)\
                        """, (Object) ids(claimed))).hasSize(1);
        for (UUID incident : List.of(first, second)) {
            assertThat(TopicReader.published(EventTypes.DELIVERY_ENDED, incident, 8))
                    .extracting(DeliveryEnded::deliveryId)
                    .containsAll(idsOf(claimed, incident));
        }
    }

    @Test
    void aRefusedOneAmongAcceptedOnesTellsTheDeputy() throws Throwable {
        UUID incident = reported();
        List<Claimed> claimed = claimedAgain(List.of(incident), "ciso");

        recordAll(List.of(
                new Attempted(of(claimed, CITY), ACCEPTED),
                new Attempted(of(claimed, BUREAU), new SendResult.Refused("smtp-550"))));

        assertThat(states(claimed)).containsExactly("ACCEPTED 250 OK", "PERMANENT smtp-550");
        NoticeMails.first(incident, mail(BUREAU, "deputy"));
        assertThat(NoticeMails.to(incident, mail(CITY, "deputy"))).isEmpty();
    }

    @Test
    void oneThatSomebodyElseHasNowChangesNothing() throws Throwable {
        UUID incident = reported();
        List<Claimed> claimed = claimedAgain(List.of(incident), "it-head");
        DatabaseProbe.change(
                "update delivery set fence = fence + 1 where id = ?",
                of(claimed, CITY).message().deliveryId());

        recordAll(claimed.stream().map(it -> new Attempted(it, ACCEPTED)).toList());

        assertThat(states(List.of(of(claimed, CITY), of(claimed, BUREAU))))
                .containsExactly("ACCEPTED 250 OK", "CLAIMED lent");
    }

    /** Sent and on record; each is claimed once more, for so long that nobody else claims it. */
    private List<Claimed> claimedAgain(List<UUID> incidents, String role) throws Throwable {
        List<Claimed> claimed = new ArrayList<>();
        for (UUID incident : incidents) {
            DatabaseProbe.change("""
                        update delivery d set state = 'TRANSIENT', reason = 'lent', due_at = now() + interval '1 hour'
                        from notice n, told t
                        where n.id = d.notice_id and t.id = d.told_id and n.incident_id = ? and d.channel = 'mail'
                            and t.name = any(?)\
                        """, incident, new String[] {name(CITY, role), name(BUREAU, role)});
        }
        UUID[] ids =
                DatabaseProbe.texts("select id::text from delivery where reason = 'lent' and state = 'TRANSIENT'")
                        .stream()
                        .map(UUID::fromString)
                        .toArray(UUID[]::new);
        claimed.addAll(VertxContextSupport.subscribeAndAwait(() -> transactions.asEngine(() -> Sql.update(
                        "update delivery set due_at = app_now() - interval '1 day' where id = any($1)", (Object) ids)
                .chain(() -> deliveries.claim(ids.length, LONG))
                .map(Deliveries.Claims::claimed))));
        return claimed;
    }

    private void recordAll(List<Attempted> attempts) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> recordOutcomes.record(attempts));
    }

    private static UUID reported() {
        UUID incident = Ids.next();
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reported(incident, 3));
        DatabaseProbe.soon().untilAsserted(() -> assertThat(DatabaseProbe.texts("""
                        select d.state from delivery d join notice n on n.id = d.notice_id
                        where n.incident_id = ? and d.channel = 'mail'\
                        """, incident))
                .hasSize(6)
                .containsOnly("ACCEPTED"));
        return incident;
    }

    private static Claimed of(List<Claimed> claimed, String agency) {
        return claimed.stream()
                .filter(it -> it.message().to().agency().equals(agency))
                .findFirst()
                .orElseThrow();
    }

    private static UUID[] ids(List<Claimed> claimed) {
        return claimed.stream().map(it -> it.message().deliveryId()).toArray(UUID[]::new);
    }

    private static List<UUID> idsOf(List<Claimed> claimed, UUID incident) {
        return claimed.stream()
                .map(Claimed::message)
                .filter(it -> it.incidentId().equals(incident))
                .map(OutgoingNotice::deliveryId)
                .toList();
    }

    private static List<String> states(List<Claimed> claimed) {
        return DatabaseProbe.texts(
                "select state || ' ' || reason from delivery where id = any(?) order by 1", (Object) ids(claimed));
    }
}
