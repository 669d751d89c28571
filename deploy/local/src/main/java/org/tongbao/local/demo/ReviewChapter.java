package org.tongbao.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Step 2: the level waits for its review, without anybody's call. */
final class ReviewChapter {
    private final Case it;

    ReviewChapter(Case it) {
        this.it = it;
    }

    void play() {
        it.tell.step(2, "等級審核", "Level review");
        JsonNode review = waiting(it, "LEVEL");
        String authority = review.path("authority").asText();
        Instant due = Case.time(review.path("dueAt"));
        it.tell.at(
                Case.time(review.path("openedAt")),
                "等候%s審核等級，期限 %s（%s）"
                        .formatted(
                                it.people.nameOf(authority),
                                Narrator.clock(due),
                                review.path("clause").asText()),
                "waits for the review by %s, due %s; after that %s may take it over"
                        .formatted(
                                it.people.englishNameOf(authority),
                                Narrator.clock(due),
                                review.path("next").asText()));
        it.checks.same(
                "審核待辦：狀態、等級、機關、條號、期限",
                "the review: state, level, authority, clause, due",
                List.of(
                        "OPEN",
                        "3",
                        it.people
                                .agency(it.cast.agency())
                                .at("/relations/reviewers/0")
                                .asText(),
                        "§15(二)",
                        it.received().plus(it.pace.review).toString()),
                List.of(
                        review.path("state").asText(),
                        review.path("level").asText(),
                        authority,
                        review.path("clause").asText(),
                        due.toString()));
    }

    /** The review of this kind that waits for a decision. */
    static JsonNode waiting(Case it, String kind) {
        var doors = it.suite.as(it.cast.reviewer());
        return Until.there(Case.SOON, () -> {
                    var items = doors.get("/api/v1/reviews?kind=" + kind + "&incident=" + it.id())
                            .must(200)
                            .json()
                            .path("items");
                    return items.isEmpty() ? Optional.empty() : Optional.of(items.get(0));
                })
                .orElseThrow(() -> new StoryEnds("沒有等候審核的 no review waits: " + kind + " " + it.number()));
    }

    /** Claims it and decides, as the reviewer does. The review after that. */
    static JsonNode decide(Case it, JsonNode review, String decision) {
        var doors = it.suite.as(it.cast.reviewer());
        String path = "/api/v1/reviews/" + review.path("id").asText();
        var read = doors.get(path).must(200);
        var claimed = doors.post(path + "/claim", "", "If-Match", String.valueOf(read.etag()))
                .must(200);
        return doors.post(path + "/decision", decision, "If-Match", String.valueOf(claimed.etag()))
                .must(200)
                .json();
    }
}
