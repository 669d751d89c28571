package org.tongbao.escalation.stage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.Addressee;
import org.tongbao.contracts.event.Addressee.Channel;
import org.tongbao.contracts.event.CodeRequested;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.ShiftStarting;
import org.tongbao.embedded.Mail;
import org.tongbao.embedded.TestMail;

/** What contacts would say to somebody, and what became of it. Each agency is one of its own. */
public final class Messages {
    public static final String CODE = "7F3K9Q";

    private Messages() {}

    public static String agency() {
        return "DIR-" + Ids.next();
    }

    /** An address that nobody else has. */
    public static Channel mail() {
        return new Channel("mail", "m" + Ids.next() + "@dir.example.test");
    }

    public static Channel phone() {
        return new Channel("phone", "+886-2-5555-0101");
    }

    public static Addressee to(String language, Channel... channels) {
        return new Addressee(Ids.next(), "通報窗口甲", language, List.of(channels), "教育局", "Education");
    }

    public static ProducerRecord<String, byte[]> code(String agency, Channel channel) {
        return code(agency, to("zh-TW", channel), Incidents.now().plus(Duration.ofHours(1)));
    }

    public static ProducerRecord<String, byte[]> code(String agency, Addressee to, Instant validUntil) {
        return Events.message(EventTypes.CODE_REQUESTED, new CodeRequested(agency, to, CODE, validUntil));
    }

    public static ProducerRecord<String, byte[]> shift(String agency, Channel... channels) {
        Instant from = Incidents.now().plus(Duration.ofHours(1));
        return shift(agency, to("zh-TW", channels), from, from.plus(Duration.ofHours(12)));
    }

    public static ProducerRecord<String, byte[]> shift(String agency, Addressee to, Instant from, Instant until) {
        return Events.message(
                EventTypes.SHIFT_STARTING, new ShiftStarting(agency, to, "reviewer", from, until, "審核人丙"));
    }

    /** {@code STATE reason} of a message, as soon as it is this. */
    public static void await(UUID message, String stateAndReason) {
        Look.soon().until(() -> Look.texts(
                        "select state || coalesce(' ' || reason, '') from directory_message where id = ?", message)
                .contains(stateAndReason));
    }

    /** Waits until it has ended in this state. */
    public static void awaitState(UUID message, String state) {
        Look.soon().until(() -> Look.texts("select state from directory_message where id = ?", message)
                .contains(state));
    }

    /** Every attempt as {@code channel OUTCOME reason}. */
    public static List<String> attempts(UUID message) {
        return Look.texts("""
                select channel || ' ' || outcome || ' ' || reason from directory_attempt
                where message_id = ? order by position, number""", message);
    }

    public static Mail only(Channel address) {
        List<Mail> found = Look.soon().until(() -> TestMail.to(address.value()), mails -> !mails.isEmpty());
        if (found.size() > 1) {
            throw new AssertionError("more than one mail to " + address.value());
        }
        return found.get(0);
    }

    /** The open calls of the directory on this agency's sheet, oldest first. */
    public static List<Map<String, Object>> calls(String agency) {
        return Doors.desk(agency)
                .get(Doors.PHONE_TASKS)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    /** The one call on the sheet, once it is there. */
    public static Map<String, Object> call(String agency) {
        return Look.soon()
                .until(() -> calls(agency), found -> found.size() == 1)
                .get(0);
    }
}
