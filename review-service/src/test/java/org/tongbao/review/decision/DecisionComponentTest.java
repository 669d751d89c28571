package org.tongbao.review.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.tongbao.review.fixture.People.person;
import static org.tongbao.review.fixture.People.reviewer;
import static org.tongbao.review.fixture.ReviewClient.REVIEWS;
import static org.tongbao.review.fixture.ReviewClient.act;
import static org.tongbao.review.fixture.ReviewClient.decide;
import static org.tongbao.review.fixture.ReviewClient.read;
import static org.tongbao.review.fixture.ReviewClient.tag;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.InformationRequested;
import org.tongbao.contracts.event.ReportApproved;
import org.tongbao.contracts.event.ReviewConcluded;
import org.tongbao.contracts.requirement.Requirement;
import org.tongbao.review.fixture.Case;
import org.tongbao.review.fixture.Directory;
import org.tongbao.review.fixture.Incidents;
import org.tongbao.review.fixture.ReviewClient;
import org.tongbao.review.fixture.ReviewTables;
import org.tongbao.testing.event.EventSender;
import org.tongbao.testing.event.TopicReader;

/** What reviewers do with a review, through the doors. */
@QuarkusTest
class DecisionComponentTest {
    private static final String RELEVEL = """
        { "outcome": "RELEVELED", "level": 2, "basis": "外流資料經查為公開資料，不含敏感資訊，依等級評估屬第二級。",
          "otherAgencies": "NONE", "criticalInfrastructure": "NONE", "support": { "granted": true, "note": "派員協助鑑識" } }""";
    private static final String CONFIRM = "{\"outcome\":\"CONFIRMED\",\"basis\":\"維持第三級。\"}";
    private static final EventSender EVENTS = new EventSender();

    @BeforeAll
    static void publishTheDirectory() {
        Directory.publish(EVENTS);
    }

    @AfterAll
    static void close() {
        EVENTS.close();
    }

    @Test
    @Requirement("S2-20")
    void aDecisionIsOnRecordWithItsBasisAndTold() {
        Case open = Case.open(EVENTS, 3);

        decide(reviewer(Directory.BUREAU), open.review(), RELEVEL)
                .then()
                .statusCode(200)
                .body("state", equalTo("CONCLUDED"))
                .body("decision.outcome", equalTo("RELEVELED"))
                .body("decision.level", equalTo(2))
                .body("decision.late", equalTo(false))
                .body("decision.support.granted", equalTo(true))
                .body("decision.authority", equalTo(Directory.BUREAU));

        List<ReviewConcluded> told = TopicReader.published(EventTypes.REVIEW_CONCLUDED, open.incident(), 1);
        assertThat(told).singleElement().satisfies(concluded -> {
            assertThat(concluded.kind()).isEqualTo("LEVEL");
            assertThat(concluded.outcome()).isEqualTo("RELEVELED");
            assertThat(concluded.level()).isEqualTo(2);
            assertThat(concluded.basis()).startsWith("外流資料");
            assertThat(concluded.clause()).isEqualTo("§15(二)");
            assertThat(concluded.reviewer()).isEqualTo("審核人 reviewer-of-TPE-DOIT");
            assertThat(concluded.late()).isFalse();
        });
        assertThat(read(reviewer(Directory.BUREAU), open.review()).getList("history.what"))
                .isEqualTo(List.of("review-opened", "review-concluded"));
        assertThat(ReviewTables.journal(open.incident()))
                .containsExactly("review-opened engine", "review-concluded reviewer-of-TPE-DOIT");
    }

    @Test
    void ofManyDecisionsAtOnceOneCounts() throws Exception {
        Case open = Case.open(EVENTS, 3);
        String tag = tag(open.review());
        var pool = java.util.concurrent.Executors.newFixedThreadPool(10);
        try {
            var answers = pool.invokeAll(java.util.Collections.<java.util.concurrent.Callable<Integer>>nCopies(
                    10, () -> reviewer(Directory.BUREAU)
                            .header("If-Match", tag)
                            .contentType("application/json")
                            .body(CONFIRM)
                            .post(REVIEWS + "/" + open.review() + "/decision")
                            .statusCode()));
            List<Integer> statuses = new java.util.ArrayList<>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }

            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
        } finally {
            pool.shutdown();
        }
        assertThat(TopicReader.published(EventTypes.REVIEW_CONCLUDED, open.incident(), 1))
                .hasSize(1);
    }

    @Test
    void aConfirmedLevelIsToldWithTheLevel() {
        Case open = Case.open(EVENTS, 3);

        decide(reviewer(Directory.BUREAU), open.review(), CONFIRM).then().statusCode(200);

        assertThat(TopicReader.published(EventTypes.REVIEW_CONCLUDED, open.incident(), 1))
                .extracting(ReviewConcluded::level)
                .containsExactly(3);
    }

    @Test
    void aSecondDecisionIsRefusedWhateverItsTag() {
        Case open = Case.open(EVENTS, 3);
        String stale = tag(open.review());
        decide(reviewer(Directory.BUREAU), open.review(), RELEVEL).then().statusCode(200);

        decide(reviewer(Directory.BUREAU), open.review(), CONFIRM)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:tongbao:problem:already-concluded"));
        reviewer(Directory.BUREAU)
                .header("If-Match", stale)
                .contentType("application/json")
                .body(CONFIRM)
                .post(REVIEWS + "/" + open.review() + "/decision")
                .then()
                .statusCode(409);
        assertThat(TopicReader.published(EventTypes.REVIEW_CONCLUDED, open.incident(), 1))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {Incidents.REPORTER, Incidents.APPROVER})
    void whoReportedOrApprovedCannotReview(String subject) {
        Case open = Case.open(EVENTS, 3);

        for (String act : List.of("claim", "take-over")) {
            assertThat(act(person(subject, Directory.BUREAU, "reviewer"), open.review(), act)
                            .statusCode())
                    .isEqualTo(403);
        }
        decide(person(subject, Directory.BUREAU, "reviewer"), open.review(), RELEVEL)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:tongbao:problem:self-review"));
        decide(reviewer(Directory.BUREAU), open.review(), RELEVEL).then().statusCode(200);
    }

    @Test
    void onlyTheAuthorityWhoseTurnItIsMayDecide() {
        Case open = Case.open(EVENTS, 3);

        decide(reviewer(Directory.ROOT), open.review(), RELEVEL)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:tongbao:problem:not-your-review"));
        decide(reviewer(Directory.OFFICE), open.review(), RELEVEL).then().statusCode(403);
        decide(person("somebody", Directory.BUREAU, "reporter"), open.review(), RELEVEL)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:tongbao:problem:forbidden"));
    }

    @Test
    void aClaimKeepsOthersOffUntilItIsReleased() {
        Case open = Case.open(EVENTS, 3);
        var first = person("first", Directory.BUREAU, "reviewer");

        act(first, open.review(), "claim").then().statusCode(200).body("claim.name", equalTo("審核人 first"));
        act(person("second", Directory.BUREAU, "reviewer"), open.review(), "claim")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:tongbao:problem:claimed-by-another"));
        decide(person("second", Directory.BUREAU, "reviewer"), open.review(), CONFIRM)
                .then()
                .statusCode(409);

        act(person("second", Directory.BUREAU, "reviewer"), open.review(), "release")
                .then()
                .statusCode(200)
                .body("claim", equalTo(null));
        act(person("second", Directory.BUREAU, "reviewer"), open.review(), "release")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:tongbao:problem:not-claimed"));
        decide(person("second", Directory.BUREAU, "reviewer"), open.review(), CONFIRM)
                .then()
                .statusCode(200);
    }

    @Test
    void claimingTwiceIsClaimingOnce() {
        Case open = Case.open(EVENTS, 3);
        act(person("first", Directory.BUREAU, "reviewer"), open.review(), "claim")
                .then()
                .statusCode(200);
        String tag = tag(open.review());

        act(person("first", Directory.BUREAU, "reviewer"), open.review(), "claim")
                .then()
                .statusCode(200)
                .header("ETag", tag);
    }

    @Test
    @Requirement("S2-20")
    void informationIsAskedForOnceForEachKey() {
        Case open = Case.open(EVENTS, 3);
        String tag = tag(open.review());

        for (int i = 0; i < 3; i++) {
            ask(open, "key-of-" + open.review(), "請提供後台存取日誌").then().statusCode(201);
        }

        ask(open, "key-of-" + open.review(), "別的內容")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:tongbao:problem:idempotency-key-reused"));
        List<InformationRequested> told = TopicReader.published(EventTypes.INFORMATION_REQUESTED, open.incident(), 1);
        assertThat(told).singleElement().satisfies(asked -> {
            assertThat(asked.what()).isEqualTo("請提供後台存取日誌");
            assertThat(asked.clause()).isEqualTo("§16");
            assertThat(asked.authority()).isEqualTo(Directory.BUREAU);
        });
        assertThat(read(reviewer(Directory.BUREAU), open.review()).getList("history.words"))
                .contains("請提供後台存取日誌");
        assertThat(tag(open.review())).isEqualTo(tag);
    }

    private static io.restassured.response.Response ask(Case open, String key, String what) {
        return reviewer(Directory.BUREAU)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{\"what\":\"" + what + "\"}")
                .post(REVIEWS + "/" + open.review() + "/information-request");
    }

    @Test
    @Requirement("S2-40")
    void aClosingIsReceived() {
        Case closing = Case.closingOf(EVENTS, Case.open(EVENTS, 3));

        decide(reviewer(Directory.BUREAU), closing.review(), "{\"outcome\":\"RECEIVED\"}")
                .then()
                .statusCode(200);

        assertThat(TopicReader.published(EventTypes.REVIEW_CONCLUDED, closing.incident(), 1))
                .singleElement()
                .satisfies(concluded -> {
                    assertThat(concluded.kind()).isEqualTo("CLOSING");
                    assertThat(concluded.outcome()).isEqualTo("RECEIVED");
                    assertThat(concluded.level()).isNull();
                });
    }

    @Test
    @Requirement("S2-52")
    void aQuestionedClosingIsReviewedAgainWhenItIsFiledAgain() {
        Case closing = Case.closingOf(EVENTS, Case.open(EVENTS, 3));
        decide(reviewer(Directory.BUREAU), closing.review(), "{\"outcome\":\"QUESTIONED\",\"basis\":\"請說明根因。\"}")
                .then()
                .statusCode(200);

        EVENTS.send(EventTypes.CLOSING_FILED, 3, Incidents.closingFiled(closing.incident()));

        assertThat(ReviewClient.pending(closing.incident(), "CLOSING")).isNotEqualTo(closing.review());
        assertThat(ReviewTables.reviews(closing.incident()))
                .containsExactly("LEVEL OPEN", "CLOSING CONCLUDED", "CLOSING OPEN");
    }

    @Test
    void whoFiledTheClosingCannotReceiveIt() {
        Case closing = Case.closingOf(EVENTS, Case.open(EVENTS, 3));

        decide(person("filer-of-edu", Directory.BUREAU, "reviewer"), closing.review(), "{\"outcome\":\"RECEIVED\"}")
                .then()
                .statusCode(403);
    }

    @Test
    void whoApprovedTheReportAfterItWasSentReviewsNeitherLevelNorClosing() {
        Case open = Case.open(EVENTS, 3);
        EVENTS.send(
                EventTypes.REPORT_APPROVED, 2, new ReportApproved(open.incident(), "late-approver", Incidents.now()));
        await().until(() -> read(reviewer(Directory.BUREAU), open.review())
                .getList("history.what")
                .contains("report-approved"));

        decide(person("late-approver", Directory.BUREAU, "reviewer"), open.review(), RELEVEL)
                .then()
                .statusCode(403);

        EVENTS.send(EventTypes.CLOSING_FILED, 3, Incidents.closingFiled(open.incident()));
        decide(
                        person("late-approver", Directory.BUREAU, "reviewer"),
                        ReviewClient.pending(open.incident(), "CLOSING"),
                        "{\"outcome\":\"RECEIVED\"}")
                .then()
                .statusCode(403);
    }

    @Test
    void aLevelDeclaredAfterTheReviewIsReviewedFromThenOn() {
        Case open = Case.open(EVENTS, 3);
        decide(reviewer(Directory.BUREAU), open.review(), RELEVEL).then().statusCode(200);
        var reviewed = Incidents.levelChanged(open.incident(), 3, 2, "REVIEWED", Incidents.now());
        EVENTS.send(EventTypes.INCIDENT_LEVEL_CHANGED, 2, reviewed);
        var declared = Incidents.levelChanged(open.incident(), 2, 4, "DECLARED", Incidents.now());
        EVENTS.send(EventTypes.INCIDENT_LEVEL_CHANGED, 3, declared);

        var again = read(reviewer(Directory.BUREAU), ReviewClient.pending(open.incident(), "LEVEL"));

        assertThat(again.getString("id")).isNotEqualTo(open.review());
        assertThat(again.getInt("level")).isEqualTo(4);
        assertThat(java.time.OffsetDateTime.parse(again.getString("dueAt")).toInstant())
                .isEqualTo(declared.changedAt().plus(java.time.Duration.ofHours(2)));
    }
}
