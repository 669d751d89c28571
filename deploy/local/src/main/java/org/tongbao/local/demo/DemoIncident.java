package org.tongbao.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The incident of the scenario and the clients that read it. */
final class DemoIncident {
    /** How long a message may take through all services, on a machine that is busy. */
    static final Duration DELIVERY_TIMEOUT = Duration.ofSeconds(15);

    final Suite suite;
    final Pace pace;
    final Participants participants;
    final Narrator narrator;
    final Checks checks;
    final ExpectedRecipients people;
    final PhoneTasks phone;
    /** Recipients of the urgent notice so far, in order. */
    final List<Person> notified = new ArrayList<>();

    private Instant aware = Instant.MIN;
    private @Nullable JsonNode report;
    private @Nullable Mailbox mailbox;

    DemoIncident(Suite suite, Pace pace, Narrator narrator) {
        this.suite = suite;
        this.pace = pace;
        this.participants = Participants.of(pace);
        this.narrator = narrator;
        this.checks = new Checks(narrator);
        this.people = new ExpectedRecipients(suite.as(participants.dutyDesk()));
        this.phone = new PhoneTasks(suite.as(participants.dutyDesk()));
    }

    /** What intake answered to the report. */
    void opened(JsonNode response) {
        report = response;
        mailbox = new Mailbox(suite, number());
    }

    private JsonNode report() {
        if (report == null) {
            throw new ScenarioAborted("還沒有通報 nothing was reported yet");
        }
        return report;
    }

    Mailbox mailbox() {
        if (mailbox == null) {
            throw new ScenarioAborted("還沒有通報 nothing was reported yet");
        }
        return mailbox;
    }

    String id() {
        return report().path("id").asText();
    }

    String number() {
        return report().path("number").asText();
    }

    Instant received() {
        return time(report().path("receivedAt"));
    }

    Instant aware() {
        return aware;
    }

    void awareAt(Instant at) {
        aware = at;
    }

    String path(String below) {
        return "/api/v1/incidents/" + id() + below;
    }

    /** The case as its agency sees it now. */
    JsonNode now() {
        return suite.as(participants.reporter()).get(path("")).expect(200).json();
    }

    JsonNode timeline() {
        return suite.as(participants.reporter())
                .get(path("/timeline"))
                .expect(200)
                .json()
                .path("items");
    }

    /** The notices to superior, supervising agency and city bureau, with their steps. */
    List<JsonNode> urgentNotices() {
        var client = suite.as(participants.dutyDesk());
        List<JsonNode> found = new ArrayList<>();
        client.get("/api/v1/notices?limit=200&incident=" + id())
                .expect(200)
                .json()
                .path("items")
                .forEach(it -> {
                    if (it.path("rule").asText().equals(MailSubject.ruleKey(MailSubject.URGENT))) {
                        found.add(client.get("/api/v1/notices/" + it.path("id").asText())
                                .expect(200)
                                .json());
                    }
                });
        return found;
    }

    /** Polls the incident until the condition holds; its last state on timeout. */
    JsonNode await(Predicate<JsonNode> wished) {
        return Poll.until(DELIVERY_TIMEOUT, () -> Optional.of(now()).filter(wished))
                .orElseGet(this::now);
    }

    static JsonNode obligation(JsonNode incident, String key) {
        for (JsonNode it : incident.path("obligations")) {
            if (it.path("key").asText().equals(key)) {
                return it;
            }
        }
        return Suite.JSON.missingNode();
    }

    /** With seconds, also at a full minute. */
    static String text(Instant time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                time.truncatedTo(ChronoUnit.SECONDS).atZone(Narrator.TAIPEI));
    }

    static Instant time(JsonNode text) {
        return OffsetDateTime.parse(text.asText()).toInstant();
    }

    static Optional<Instant> timeIfAny(JsonNode text) {
        return text.isTextual() ? Optional.of(time(text)) : Optional.empty();
    }
}
