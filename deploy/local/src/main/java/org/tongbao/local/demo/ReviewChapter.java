package org.tongbao.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Step 2: the level waits for its review, without anybody's call. */
final class ReviewChapter {
    private final DemoIncident demo;

    ReviewChapter(DemoIncident demo) {
        this.demo = demo;
    }

    void play() {
        demo.narrator.step(2, "等級審核", "Level review");
        JsonNode review = waiting(demo, "LEVEL");
        String authority = review.path("authority").asText();
        Instant due = DemoIncident.time(review.path("dueAt"));
        demo.narrator.at(
                DemoIncident.time(review.path("openedAt")),
                "等候%s審核等級，期限 %s（%s）"
                        .formatted(
                                demo.people.nameOf(authority),
                                Narrator.clock(due),
                                review.path("clause").asText()),
                "waits for the review by %s, due %s; after that %s may take it over"
                        .formatted(
                                demo.people.englishNameOf(authority),
                                Narrator.clock(due),
                                review.path("next").asText()));
        demo.checks.equal(
                "審核待辦：狀態、等級、機關、條號、期限",
                "the review: state, level, authority, clause, due",
                List.of(
                        "OPEN",
                        "3",
                        demo.people
                                .agency(demo.participants.agency())
                                .at("/relations/reviewers/0")
                                .asText(),
                        "§15(二)",
                        demo.received().plus(demo.pace.review).toString()),
                List.of(
                        review.path("state").asText(),
                        review.path("level").asText(),
                        authority,
                        review.path("clause").asText(),
                        due.toString()));
    }

    /** The review of this kind that waits for a decision. */
    static JsonNode waiting(DemoIncident demo, String kind) {
        var client = demo.suite.as(demo.participants.reviewer());
        return Poll.until(DemoIncident.DELIVERY_TIMEOUT, () -> {
                    var items = client.get("/api/v1/reviews?kind=" + kind + "&incident=" + demo.id())
                            .expect(200)
                            .json()
                            .path("items");
                    return items.isEmpty() ? Optional.empty() : Optional.of(items.get(0));
                })
                .orElseThrow(() -> new ScenarioAborted("沒有等候審核的 no review waits: " + kind + " " + demo.number()));
    }

    /** Claims it and decides, as the reviewer does. The review after that. */
    static JsonNode decide(DemoIncident demo, JsonNode review, String decision) {
        var client = demo.suite.as(demo.participants.reviewer());
        String path = "/api/v1/reviews/" + review.path("id").asText();
        var read = client.get(path).expect(200);
        var claimed = client.post(path + "/claim", "", "If-Match", String.valueOf(read.etag()))
                .expect(200);
        return client.post(path + "/decision", decision, "If-Match", String.valueOf(claimed.etag()))
                .expect(200)
                .json();
    }
}
