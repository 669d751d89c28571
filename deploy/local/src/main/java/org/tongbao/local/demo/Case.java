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

/** The incident that the story is about, and everybody who can look at it. */
final class Case {
    /** How long a message may take through all services, on a machine that is busy. */
    static final Duration SOON = Duration.ofSeconds(15);

    final Suite suite;
    final Pace pace;
    final Cast cast;
    final Narrator tell;
    final Checks checks;
    final AddressBook people;
    final PhoneTasks phone;
    /** Whom the urgent notice reached so far, in order. */
    final List<Person> told = new ArrayList<>();

    private Instant aware = Instant.MIN;
    private @Nullable JsonNode report;
    private @Nullable Mailbox mailbox;

    Case(Suite suite, Pace pace, Narrator tell) {
        this.suite = suite;
        this.pace = pace;
        this.cast = Cast.of(pace);
        this.tell = tell;
        this.checks = new Checks(tell);
        this.people = new AddressBook(suite.as(cast.dutyDesk()));
        this.phone = new PhoneTasks(suite.as(cast.dutyDesk()));
    }

    /** What intake answered to the report. */
    void opened(JsonNode answer) {
        report = answer;
        mailbox = new Mailbox(suite, number());
    }

    private JsonNode report() {
        if (report == null) {
            throw new StoryEnds("還沒有通報 nothing was reported yet");
        }
        return report;
    }

    Mailbox mailbox() {
        if (mailbox == null) {
            throw new StoryEnds("還沒有通報 nothing was reported yet");
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
        return suite.as(cast.reporter()).get(path("")).must(200).json();
    }

    JsonNode timeline() {
        return suite.as(cast.reporter()).get(path("/timeline")).must(200).json().path("items");
    }

    /** The notices to superior, supervising agency and city bureau, with their steps. */
    List<JsonNode> urgentNotices() {
        var doors = suite.as(cast.dutyDesk());
        List<JsonNode> found = new ArrayList<>();
        doors.get("/api/v1/notices?limit=200&incident=" + id())
                .must(200)
                .json()
                .path("items")
                .forEach(it -> {
                    if (it.path("rule").asText().equals(Topic.rule(Topic.URGENT))) {
                        found.add(doors.get("/api/v1/notices/" + it.path("id").asText())
                                .must(200)
                                .json());
                    }
                });
        return found;
    }

    /** The case once it is as wished; as it is when time is up. */
    JsonNode once(Predicate<JsonNode> wished) {
        return Until.there(SOON, () -> Optional.of(now()).filter(wished)).orElseGet(this::now);
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
