package org.tongbao.escalation.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongbao.escalation.fixture.Directory.BUREAU;
import static org.tongbao.escalation.fixture.Directory.CITY;
import static org.tongbao.escalation.fixture.Directory.mail;
import static org.tongbao.escalation.fixture.Directory.name;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.Text;
import org.tongbao.contracts.event.ContactsEntry;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.NoticeEscalated;
import org.tongbao.contracts.event.ReviewOpened;
import org.tongbao.contracts.event.Topics;
import org.tongbao.embedded.Mail;
import org.tongbao.embedded.Part;
import org.tongbao.embedded.TestParts;
import org.tongbao.escalation.contact.domain.RecipientReason;
import org.tongbao.escalation.delivery.usecase.AttemptHistory;
import org.tongbao.escalation.delivery.usecase.Deliveries;
import org.tongbao.escalation.delivery.usecase.OutgoingNotice;
import org.tongbao.escalation.fixture.Directory;
import org.tongbao.escalation.fixture.Incidents;
import org.tongbao.escalation.fixture.NoticeMails;
import org.tongbao.escalation.fixture.NoticeTables;
import org.tongbao.escalation.notice.domain.LadderPosition;
import org.tongbao.escalation.notice.usecase.NoticeFacts;
import org.tongbao.platform.access.Transactions;
import org.tongbao.testing.database.DatabaseProbe;
import org.tongbao.testing.event.EventSender;
import org.tongbao.testing.event.TopicReader;

/** Messages that fail, processes that die, events that come wrong. */
@QuarkusTest
class DeliveryComponentTest {
    private static final EventSender EVENTS = new EventSender();
    private static final String BROKEN = "TPE-BROKEN";

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
    void anAddressThatIsNoneIsRefusedAndTheDeputyIsToldAtOnce() {
        EVENTS.send(Directory.entry(BROKEN, List.of("ACS", BROKEN), BROKEN, null));
        EVENTS.send(withBrokenAddress());
        DatabaseProbe.soon().until(() -> DatabaseProbe.texts(
                        "select code from agency a join contacts c on c.agency = a.code where code = ?", BROKEN)
                .contains(BROKEN));
        UUID incident = Ids.next();

        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reportedBy(BROKEN, incident, 3));

        NoticeMails.first(incident, mail(BROKEN, "deputy"));
        assertThat(DatabaseProbe.texts("""
                        select d.state from delivery d join told t on t.id = d.told_id join notice n on n.id = d.notice_id
                        where n.incident_id = ? and t.name = ? and d.channel = 'mail'\
                        """, incident, name(BROKEN, "ciso"))).containsExactly("PERMANENT");
        assertThat(TopicReader.published(EventTypes.NOTICE_ESCALATED, incident, 1))
                .extracting(NoticeEscalated::because)
                .containsExactly("REFUSED");
        assertThat(org.tongbao.embedded.TestMail.to("z@z.example.test")).isEmpty();
    }

    private static ContactsEntry withBrokenAddress() {
        ContactsEntry whole = Directory.contacts(BROKEN, 1);
        List<ContactsEntry.Contact> people = whole.contacts().stream()
                .map(it -> it.name().equals(name(BROKEN, "ciso"))
                        ? new ContactsEntry.Contact(
                                it.id(),
                                it.name(),
                                null,
                                "zh-TW",
                                it.roles(),
                                List.of(
                                        new ContactsEntry.Channel(
                                                "mail", "to@b.example.test\r\nRCPT TO:<z@z.example.test>", true),
                                        new ContactsEntry.Channel("phone", "+886-2-5555-0101", true)))
                        : it)
                .toList();
        return new ContactsEntry(BROKEN, 1, people, whole.deputies(), List.of(), whole.duty());
    }

    @Test
    void aMessageWhoseLeaseEndedIsSentAgainUnderTheSameMessageId() {
        UUID incident = report();
        String address = mail(BUREAU, "ciso");
        NoticeMails.first(incident, address);
        UUID delivery = acceptedMail(incident, name(BUREAU, "ciso"));

        DatabaseProbe.change("update attempt set ended_at = null where delivery_id = ?", delivery);
        DatabaseProbe.change(
                "update delivery set state = 'CLAIMED', due_at = now() - interval '1 second' where id = ?", delivery);
        DatabaseProbe.soon().until(() -> NoticeMails.to(incident, address).size() == 2);

        assertThat(NoticeMails.to(incident, address).stream()
                        .map(Mail::messageId)
                        .distinct())
                .hasSize(1);
        DatabaseProbe.soon().untilAsserted(() -> assertThat(DatabaseProbe.texts(
                        "select outcome || ' ' || reason from attempt where delivery_id = ? order by number limit 1",
                        delivery))
                .containsExactly("AMBIGUOUS lease-ended"));
    }

    @Test
    void afterFivePossibleCopiesNoFurtherIsSentAndSomebodyElseIsTold() {
        UUID incident = report();
        String address = mail(CITY, "ciso");
        NoticeMails.first(incident, address);
        UUID delivery = acceptedMail(incident, name(CITY, "ciso"));

        DatabaseProbe.change(
                "update delivery set state = 'TRANSIENT', copies = 5, due_at = now() where id = ?", delivery);

        NoticeMails.first(incident, mail(CITY, "deputy"));
        assertThat(DatabaseProbe.texts("select state || ' ' || reason from delivery where id = ?", delivery))
                .containsExactly("AMBIGUOUS copy-limit");
        assertThat(NoticeMails.to(incident, address)).hasSize(1);
    }

    @Test
    void whatNoRelayTakesForThreeMinutesBecomesACallAndStillGoesOutOnce() {
        UUID incident = Ids.next();
        Instant now = Incidents.now();
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reported(incident, 1));
        TestParts.stop(Part.SMTP);
        TestParts.stop(Part.SMTP2);
        try {
            var opened = new ReviewOpened(
                    incident, Ids.next(), "LEVEL", BUREAU, "§15(一)", now, now.plus(Duration.ofHours(8)));
            EVENTS.send(EventSender.raw(EventTypes.REVIEW_OPENED, incident, 1, EventSender.bytes(opened)));
            DatabaseProbe.soon().until(() -> states(incident).equals(List.of("mail TRANSIENT")));
            DatabaseProbe.change("""
                    update delivery set first_attempt_at = now() - interval '3 minutes', due_at = now()
                    where notice_id = ?\
                    """, NoticeTables.notice(incident, "review-requested", BUREAU));

            DatabaseProbe.soon().untilAsserted(() -> assertThat(states(incident))
                    .containsExactlyInAnyOrder("mail TRANSIENT", "phone-task PENDING"));
        } finally {
            TestParts.start(Part.SMTP);
            TestParts.start(Part.SMTP2);
        }
        DatabaseProbe.change(
                "update delivery set due_at = now() where notice_id = ? and channel = 'mail'",
                NoticeTables.notice(incident, "review-requested", BUREAU));

        assertThat(NoticeMails.first(incident, mail(BUREAU, "reviewer")).relay())
                .isEqualTo(2);
        DatabaseProbe.soon().until(() -> states(incident).contains("mail ACCEPTED"));
        assertThat(NoticeMails.to(incident, mail(BUREAU, "reviewer"))).hasSize(1);
    }

    private static List<String> states(UUID incident) {
        return DatabaseProbe.texts("""
                select d.channel || ' ' || d.state from delivery d join notice n on n.id = d.notice_id
                where n.incident_id = ? order by 1\
                """, incident);
    }

    @Test
    void whoseLeaseEndedRecordsNothing() throws Throwable {
        UUID incident = report();
        NoticeMails.first(incident, mail(BUREAU, "it-head"));
        UUID delivery = acceptedMail(incident, name(BUREAU, "it-head"));
        DatabaseProbe.change(
                "update delivery set state = 'CLAIMED', fence = 7, due_at = now() + interval '1 hour' where id = ?",
                delivery);

        boolean late = record(delivery, 6);
        boolean mine = record(delivery, 7);

        assertThat(late).isFalse();
        assertThat(mine).isTrue();
        assertThat(DatabaseProbe.texts("select state from delivery where id = ?", delivery))
                .containsExactly("ACCEPTED");
    }

    private boolean record(UUID delivery, long fence) throws Throwable {
        var to = new OutgoingNotice.Recipient("x", "x", "en", "ciso", BUREAU, BUREAU, null);
        var message = new OutgoingNotice(
                delivery,
                delivery,
                delivery,
                "<x>",
                "urgent-notice",
                new Text("x", "x"),
                to,
                "x",
                3,
                "AMBER",
                null,
                "x",
                false,
                false,
                null,
                RecipientReason.HOLDS_ROLE,
                NoticeFacts.NONE,
                null);
        var claimed = new Deliveries.Claimed(
                message,
                "x",
                "mail",
                delivery,
                new byte[0],
                delivery,
                LadderPosition.FIRST,
                true,
                fence,
                new AttemptHistory(1, 0, Incidents.now()));
        var outcome = new Deliveries.Outcome("ACCEPTED", "250", "1", null, true);
        return VertxContextSupport.subscribeAndAwait(() -> transactions.asEngine(
                        () -> deliveries.record(List.of(new Deliveries.Recorded(claimed, outcome)))))
                .contains(delivery);
    }

    @Test
    void anEventOfAnUnknownIncidentWaitsForIt() {
        UUID incident = Ids.next();
        Instant now = Incidents.now();
        var opened =
                new ReviewOpened(incident, Ids.next(), "LEVEL", BUREAU, "§15(一)", now, now.plus(Duration.ofHours(8)));

        EVENTS.send(EventSender.raw(EventTypes.REVIEW_OPENED, incident, 1, EventSender.bytes(opened)));
        DatabaseProbe.soon().until(() -> DatabaseProbe.texts(
                        "select reason from inbox_parked where subject = ?", incident.toString())
                .contains("unknown-incident"));
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reported(incident, 1));

        DatabaseProbe.soon()
                .until(() -> NoticeTables.notices(incident).contains("review-requested " + BUREAU + " OPEN"));
        assertThat(NoticeMails.first(incident, mail(BUREAU, "reviewer")).text()).contains(Incidents.NUMBER);
    }

    @Test
    void anUnreadableEventIsMovedAsideAndOthersGoOn() {
        UUID broken = Ids.next();
        EVENTS.send(EventSender.raw(EventTypes.INCIDENT_REPORTED, broken, 1, "{".getBytes(StandardCharsets.UTF_8)));

        assertThat(TopicReader.deadLetterReason("escalation", "incidents", broken))
                .contains("unreadable-payload");
        NoticeMails.first(report(), mail(BUREAU, "reviewer"));
    }

    @Test
    void aLadderThatCannotGoOnHoldsUpNoOther() {
        UUID broken = report();
        UUID incident = report();
        UUID stuck = NoticeTables.notice(broken, "urgent-notice", BUREAU);
        UUID other = NoticeTables.notice(incident, "urgent-notice", BUREAU);
        DatabaseProbe.change(
                "update notice set rule = 'no-such-rule', due_at = now() - interval '1 hour' where id = ?", stuck);
        DatabaseProbe.change("update notice set due_at = now() where id = ?", other);

        DatabaseProbe.soon().until(() -> DatabaseProbe.texts("select 1 from notice where id = ? and step = 2", other)
                .contains("1"));
        assertThat(DatabaseProbe.texts(
                        "select 1 from notice where id = ? and due_at > now() and status = 'OPEN'", stuck))
                .containsExactly("1");
        DatabaseProbe.change("update notice set rule = 'urgent-notice' where id = ?", stuck);
    }

    @Test
    void contactsThatNobodyCanReadAreMovedAsideAndPassedOver() {
        EVENTS.send(new ProducerRecord<>(Topics.CONTACTS, "HUA", "{".getBytes(StandardCharsets.UTF_8)));
        EVENTS.send(Directory.contacts("HUA", 20));

        DatabaseProbe.soon().until(() -> DatabaseProbe.texts("select version::text from contacts where agency = 'HUA'")
                .contains("20"));
    }

    @Test
    void anUnknownProcedureWaits() {
        UUID incident = Ids.next();
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.marked(incident, 3, "AMBER", "0".repeat(64)));

        DatabaseProbe.soon().until(() -> DatabaseProbe.texts(
                        "select reason from inbox_parked where subject = ?", incident.toString())
                .contains("unknown-procedure"));
    }

    @Test
    void anOlderEntryOfContactsChangesNothing() {
        EVENTS.send(Directory.contacts("HUA", 7));
        DatabaseProbe.soon().until(() -> DatabaseProbe.texts("select version::text from contacts where agency = 'HUA'")
                .contains("7"));
        EVENTS.send(Directory.contacts("HUA", 3));
        EVENTS.send(Directory.contacts("HUA", 8));
        DatabaseProbe.soon().until(() -> DatabaseProbe.texts("select version::text from contacts where agency = 'HUA'")
                .contains("8"));
    }

    private static UUID report() {
        UUID incident = Ids.next();
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, Incidents.reported(incident, 3));
        return incident;
    }

    private static UUID acceptedMail(UUID incident, String who) {
        return DatabaseProbe.soon()
                .until(() -> DatabaseProbe.texts("""
                                select d.id::text from delivery d join told t on t.id = d.told_id
                                join notice n on n.id = d.notice_id
                                where n.incident_id = ? and t.name = ? and d.channel = 'mail' and d.state = 'ACCEPTED'\
                                """, incident, who), found -> !found.isEmpty())
                .stream()
                .map(UUID::fromString)
                .findFirst()
                .orElseThrow();
    }
}
