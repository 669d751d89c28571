package org.tongbao.escalation.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongbao.escalation.fixture.DirectoryMessages.CODE;
import static org.tongbao.escalation.fixture.DirectoryMessages.agency;
import static org.tongbao.escalation.fixture.DirectoryMessages.attempts;
import static org.tongbao.escalation.fixture.DirectoryMessages.await;
import static org.tongbao.escalation.fixture.DirectoryMessages.awaitState;
import static org.tongbao.escalation.fixture.DirectoryMessages.mail;
import static org.tongbao.escalation.fixture.DirectoryMessages.only;
import static org.tongbao.escalation.fixture.DirectoryMessages.phone;
import static org.tongbao.escalation.fixture.DirectoryMessages.to;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.Text;
import org.tongbao.contracts.event.Addressee.Channel;
import org.tongbao.contracts.event.AttestationDue;
import org.tongbao.contracts.event.DutyChanged;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.ReadinessReported;
import org.tongbao.contracts.requirement.Requirement;
import org.tongbao.embedded.Mail;
import org.tongbao.embedded.Part;
import org.tongbao.embedded.TestMail;
import org.tongbao.embedded.TestParts;
import org.tongbao.escalation.fixture.DirectoryMessages;
import org.tongbao.escalation.fixture.Incidents;
import org.tongbao.escalation.fixture.LogLines;
import org.tongbao.testing.database.DatabaseProbe;
import org.tongbao.testing.event.EventSender;

/** What the directory says reaches whom it is for, once, by the first channel that takes it. */
@QuarkusTest
class DirectoryMessagesComponentTest {
    private static final EventSender EVENTS = new EventSender();

    @AfterAll
    static void close() {
        EVENTS.close();
    }

    @Test
    void aCodeIsMailedOnceAndNowhereButInTheMail() {
        Channel address = mail();
        String agency = agency();
        var event = DirectoryMessages.code(agency, address);

        try (var log = new LogLines()) {
            EVENTS.send(event);
            await(
                    EVENTS.send(DirectoryMessages.code(agency, new Channel("mail", "no address"))),
                    "PERMANENT address-invalid");
            awaitState(EventSender.id(event), "ACCEPTED");

            assertThat(log.lines()).noneMatch(it -> it.contains(CODE));
        }

        Mail mail = only(address);
        assertThat(mail.subject()).isEqualTo("[TLP:AMBER] 通訊錄：請確認這個信箱");
        assertThat(mail.text()).contains("確認碼: " + CODE, "有效至 ", "（臺北時間，UTC+8）", "絕不會打電話", "無關");
        assertThat(mail.html()).contains(CODE).doesNotContain("<img", "<a ");
        assertThat(mail.messageId()).startsWith("<" + EventSender.id(event) + "@");
        assertThat(mail.headers()).doesNotContainKeys("References", "In-Reply-To");
        assertThat(DatabaseProbe.texts(
                        "select code from directory_message where agency = ? and code is not null", agency))
                .isEmpty();
        assertThat(DatabaseProbe.texts("select detail from journal where detail like '%' || ? || '%'", CODE))
                .isEmpty();
    }

    @Test
    void inEnglishForWhoReadsEnglish() {
        Channel address = mail();
        Channel other = mail();
        Instant from = Instant.parse("2031-03-07T10:00:00Z");

        EVENTS.send(DirectoryMessages.code(
                agency(), to("en", address), Incidents.now().plus(Duration.ofHours(1))));
        EVENTS.send(DirectoryMessages.shift(agency(), to("en", other), from, from.plus(Duration.ofHours(12))));

        assertThat(only(address).subject()).isEqualTo("[TLP:AMBER] Directory: Please confirm this mail address");
        assertThat(only(address).text()).contains("Code: " + CODE, "Valid until", "Nobody from Tongbao ever asks");
        assertThat(only(other).subject())
                .isEqualTo("[TLP:AMBER] Directory: Your duty as reviewer begins at 7 Mar 18:00 (Taipei)");
        assertThat(only(other).text())
                .contains(
                        "for 審核人丙", "From: Fri 7 Mar 18:00 (Taipei, UTC+8)", "Until: Sat 8 Mar 06:00 (Taipei, UTC+8)");
    }

    @Test
    @Requirement("S2-07")
    void whoGoesOnDutyIsToldWhenAndForWhom() {
        Channel address = mail();
        Instant from = Instant.parse("2031-03-07T10:00:00Z");

        EVENTS.send(DirectoryMessages.shift(agency(), to("zh-TW", address), from, from.plus(Duration.ofHours(12))));

        Mail mail = only(address);
        assertThat(mail.subject()).isEqualTo("[TLP:AMBER] 通訊錄：您將於 3/7 18:00 開始輪值（資安審核人，臺北時間）");
        assertThat(mail.text()).contains("代理請假的審核人丙", "開始: 3月7日（週五）18:00（臺北時間，UTC+8）", "結束: 3月8日（週六）06:00（臺北時間，UTC+8）");
    }

    @Test
    @Requirement("S2-08")
    void whoseDutyChangedIsToldWhatIsNewAndWhatIsNot() {
        Channel address = mail();
        Instant from = Instant.parse("2031-03-07T10:00:00Z");
        var added = new DutyChanged.Shift("reviewer", from, from.plus(Duration.ofHours(12)));
        var removed = new DutyChanged.Shift("report-window", from, from.plus(Duration.ofHours(1)));
        String agency = agency();
        var event = EventSender.next(
                EventTypes.DUTY_CHANGED,
                new DutyChanged(agency, to("zh-TW", address), List.of(added), List.of(removed)));

        EVENTS.send(event);

        assertThat(only(address).subject()).isEqualTo("[TLP:AMBER] 通訊錄：您的輪值有異動");
        assertThat(lines(only(address)))
                .containsSequence("新增的輪值（臺北時間，UTC+8）:", "- 資安審核人：3月7日（週五）18:00 至 3月8日（週六）06:00")
                .containsSequence("取消的輪值（臺北時間，UTC+8）:", "- 通報窗口：3月7日（週五）18:00 至 3月7日（週五）19:00");
    }

    @Test
    void anEntryThatMustBeConfirmedSaysByWhenAndHow() {
        Channel address = mail();
        Channel overdue = mail();
        Instant due = Instant.parse("2031-03-31T16:00:00Z");

        EVENTS.send(attestation(address, due));
        EVENTS.send(attestation(overdue, Instant.parse("2026-03-31T16:00:00Z")));

        assertThat(only(address).subject()).isEqualTo("[TLP:AMBER] 通訊錄：請於 4/1 00:00 前確認您的聯絡資料（臺北時間）");
        assertThat(only(address).text()).contains("確認期限: 4月1日（週二）00:00", "通訊錄管理員代為確認");
        assertThat(only(overdue).subject()).contains("已逾期");
        assertThat(only(overdue).text()).contains("逾期起算: 4月1日（週三）00:00");
    }

    private static ProducerRecord<String, byte[]> attestation(Channel address, Instant due) {
        return EventSender.next(EventTypes.ATTESTATION_DUE, new AttestationDue(agency(), to("zh-TW", address), due));
    }

    @Test
    void whoIsNotReadyIsToldWhatMendsIt() {
        Channel address = mail();

        EVENTS.send(EventSender.next(
                EventTypes.READINESS_REPORTED,
                new ReadinessReported(
                        agency(),
                        to("zh-TW", address),
                        75,
                        List.of(new Text("沒有資安長（§10）：請登錄一位。", "There is no CISO.")),
                        List.of(new ReadinessReported.Below("S1", "某國小", "A School", 40)),
                        12)));

        assertThat(only(address).subject()).isEqualTo("[TLP:AMBER] 通訊錄：貴機關聯絡窗口不足（75 分）");
        assertThat(lines(only(address)))
                .contains("貴機關可聯絡程度: 75 分（滿分 100）", "- 沒有資安長（§10）：請登錄一位。")
                .containsSequence("- 某國小：40 分", "- 另有 11 項");
    }

    @Test
    void aRepeatedEventHasNoSecondEffect() {
        Channel address = mail();
        Channel next = mail();
        String agency = agency();
        var event = DirectoryMessages.shift(agency, address);

        EVENTS.send(event);
        EVENTS.send(event);
        EVENTS.send(DirectoryMessages.shift(agency, next));

        only(next);
        assertThat(TestMail.to(address.value())).hasSize(1);
    }

    @Test
    void whatOneChannelRefusesGoesToTheNextAtOnce() {
        Channel broken = new Channel("mail", "to@b.example.test\r\nRCPT TO:<z@dir.example.test>");
        Channel address = mail();

        UUID message =
                EVENTS.send(DirectoryMessages.shift(agency(), new Channel("sms", "+886900000101"), broken, address));

        assertThat(only(address).subject()).contains("開始輪值");
        awaitState(message, "ACCEPTED");
        assertThat(attempts(message))
                .hasSize(3)
                .startsWith("sms PERMANENT no-such-channel", "mail PERMANENT address-invalid")
                .last()
                .asString()
                .startsWith("mail ACCEPTED 250");
        assertThat(TestMail.to("z@dir.example.test")).isEmpty();
    }

    @Test
    void whomNoChannelReachesIsOnRecordAsNotTold() {
        UUID none = EVENTS.send(DirectoryMessages.shift(agency()));
        UUID unsendable = EVENTS.send(DirectoryMessages.shift(agency(), new Channel("sms", "+886900000101")));
        UUID refused =
                EVENTS.send(DirectoryMessages.shift(agency(), new Channel("mail", "none"), new Channel("pigeon", "7")));

        await(none, "PERMANENT no-channel");
        await(unsendable, "PERMANENT no-such-channel");
        await(refused, "PERMANENT address-invalid");
        assertThat(attempts(refused))
                .containsExactly("mail PERMANENT address-invalid", "pigeon PERMANENT no-such-channel");
    }

    @Test
    void aCodeProvesItsOwnChannelAndGoesByNoOther() {
        Channel other = mail();

        UUID message = EVENTS.send(DirectoryMessages.code(
                agency(),
                to("zh-TW", new Channel("mail", "none"), other),
                Incidents.now().plusSeconds(600)));

        await(message, "PERMANENT address-invalid");
        assertThat(TestMail.to(other.value())).isEmpty();
    }

    @Test
    void anEventThatLacksSomethingIsMovedAsideWithoutAWordOfItsCode() {
        var whole = DirectoryMessages.code(agency(), mail());
        String nameless = new String(whole.value(), StandardCharsets.UTF_8).replace("\"name\"", "\"nickname\"");

        try (var log = new LogLines()) {
            UUID message = EVENTS.send(new ProducerRecord<>(
                    whole.topic(), null, whole.key(), nameless.getBytes(StandardCharsets.UTF_8), whole.headers()));
            DatabaseProbe.soon()
                    .until(() -> log.lines().stream().anyMatch(it -> it.contains("moved to the dead letters")));

            assertThat(log.lines()).noneMatch(it -> it.contains(CODE));
            assertThat(DatabaseProbe.texts("select 1 from directory_message where id = ?", message))
                    .isEmpty();
        }
    }

    @Test
    void whatIsTooLateIsNotSent() {
        Channel address = mail();
        Instant past = Incidents.now().minusSeconds(1);

        UUID code = EVENTS.send(DirectoryMessages.code(agency(), to("zh-TW", address), past));
        UUID shift = EVENTS.send(DirectoryMessages.shift(agency(), to("zh-TW", address), past.minusSeconds(60), past));

        await(code, "SUPERSEDED too-late");
        await(shift, "SUPERSEDED too-late");
        assertThat(TestMail.to(address.value())).isEmpty();
        assertThat(attempts(code)).isEmpty();
    }

    @Test
    void aMessageWhoseLeaseEndedIsSentAgainUnderTheSameMessageId() {
        Channel address = mail();
        UUID message = EVENTS.send(DirectoryMessages.shift(agency(), address));
        awaitState(message, "ACCEPTED");

        DatabaseProbe.change("update directory_attempt set ended_at = null where message_id = ?", message);
        DatabaseProbe.change("""
                update directory_message set state = 'CLAIMED', ended_at = null, due_at = now() - interval '1 second'
                where id = ?""", message);
        DatabaseProbe.soon().until(() -> TestMail.to(address.value()).size() == 2);

        assertThat(TestMail.to(address.value()).stream().map(Mail::messageId).distinct())
                .hasSize(1);
        awaitState(message, "ACCEPTED");
        assertThat(attempts(message)).first().isEqualTo("mail AMBIGUOUS lease-ended");
        assertThat(DatabaseProbe.texts("select copies::text from directory_message where id = ?", message))
                .containsExactly("3");
    }

    @Test
    void afterFivePossibleCopiesTheNextChannelIsTried() {
        Channel address = mail();
        Channel next = mail();
        UUID message = EVENTS.send(DirectoryMessages.shift(agency(), address, next));
        awaitState(message, "ACCEPTED");

        DatabaseProbe.change("""
                update directory_message set state = 'TRANSIENT', copies = 5, ended_at = null, due_at = now()
                where id = ?""", message);

        only(next);
        assertThat(TestMail.to(address.value())).hasSize(1);
        assertThat(attempts(message)).contains("mail AMBIGUOUS copy-limit");
    }

    @Test
    void whatNoRelayTakesIsTriedAgainAndThenBeginsWithTheSecondRelay() {
        Channel address = mail();
        TestParts.stop(Part.SMTP);
        TestParts.stop(Part.SMTP2);
        UUID message;
        try {
            message = EVENTS.send(DirectoryMessages.shift(agency(), address));
            awaitState(message, "TRANSIENT");
        } finally {
            TestParts.start(Part.SMTP);
            TestParts.start(Part.SMTP2);
        }
        DatabaseProbe.change("""
                update directory_message set first_attempt_at = now() - interval '3 minutes', due_at = now()
                where id = ?""", message);

        assertThat(only(address).relay()).isEqualTo(2);
        awaitState(message, "ACCEPTED");
    }

    @Test
    void whoHasAPhoneOnlyIsCalled() {
        String agency = agency();
        UUID message = EVENTS.send(DirectoryMessages.shift(agency, phone()));

        assertThat(DirectoryMessages.call(agency)).containsEntry("messageId", message.toString());
        await(message, "PENDING");
    }

    private static List<String> lines(Mail mail) {
        return Objects.requireNonNull(mail.text()).lines().toList();
    }
}
