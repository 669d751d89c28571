package org.tongbao.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tongbao.local.DemoIdentities;

/**
 * A drill of level 1 that goes all the way before the scenario begins: services that have just started take seconds for
 * their first message, and the scenario's limits are seconds.
 */
final class WarmUp {
    private static final int DRILLS = 2;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String TOPIC = "第 1 級，請審核事件等級";

    private final DemoIncident demo;

    WarmUp(DemoIncident demo) {
        this.demo = demo;
    }

    void play() {
        for (int i = 0; i < DRILLS; i++) {
            Instant began = Instant.now();
            JsonNode drill = demo.suite
                    .as(DemoIdentities.REPORTER)
                    .post(
                            "/api/v1/incidents",
                            report(),
                            "Idempotency-Key",
                            UUID.randomUUID().toString())
                    .expect(201)
                    .json();
            String number = drill.path("number").asText();
            arrived(number);
            demo.narrator.both(
                    "暖機：演練案 %s 自通報至寄達審核人 %d ms"
                            .formatted(
                                    number,
                                    Duration.between(began, Instant.now()).toMillis()),
                    "warming up: a drill went from its report to the reviewer's mailbox");
        }
    }

    private void arrived(String number) {
        var mailbox = new Mailbox(demo.suite, number);
        var reviewers = demo.people.holding(DemoIdentities.REVIEWER.agency(), List.of("reviewer")).stream()
                .map(Person::mail)
                .toList();
        if (mailbox.await(mail -> mail.subject().contains(TOPIC), reviewers, TIMEOUT)
                .isEmpty()) {
            throw new ScenarioAborted("演練案的信沒有寄達 no mail of the drill " + number + " arrived");
        }
    }

    private static String report() {
        return """
            {"exercise": true, "title": "展示前演練", "description": "展示開始前的演練，不是真實事件。", "awareAt": "%s",
             "declaredLevel": 1, "measures": "無。", "support": {"needed": false}}\
            """.formatted(DemoIncident.text(Instant.now()));
    }
}
