package org.tongbao.review.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.tongbao.review.fixture.People.person;
import static org.tongbao.review.fixture.People.reviewer;
import static org.tongbao.review.fixture.ReviewClient.act;
import static org.tongbao.review.fixture.ReviewClient.decide;
import static org.tongbao.review.fixture.ReviewClient.read;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.AgencyEntry;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.ReviewConcluded;
import org.tongbao.contracts.event.ReviewMissed;
import org.tongbao.contracts.event.ReviewTakenOver;
import org.tongbao.contracts.requirement.Requirement;
import org.tongbao.review.fixture.Case;
import org.tongbao.review.fixture.Directory;
import org.tongbao.review.fixture.Incidents;
import org.tongbao.review.fixture.ReviewClient;
import org.tongbao.review.fixture.ReviewTables;
import org.tongbao.testing.database.DatabaseProbe;
import org.tongbao.testing.event.EventSender;
import org.tongbao.testing.event.TestAgency;
import org.tongbao.testing.event.TopicReader;

/** A limit passes; the next authority of the chain may take over. */
@QuarkusTest
class OverdueComponentTest {
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
    @Requirement({"S2-18", "S2-19"})
    void aMissedLimitIsToldOnceWithWhoMayTakeOver() {
        Case late = Case.overdue(EVENTS);

        // Another one that is missed after it: whatever the watch does again, it has done by then.
        Case.overdue(EVENTS);

        List<ReviewMissed> told = TopicReader.published(EventTypes.REVIEW_MISSED, late.incident(), 1);
        assertThat(told).singleElement().satisfies(missed -> {
            assertThat(missed.authority()).isEqualTo(Directory.BUREAU);
            assertThat(missed.next()).isEqualTo(Directory.ROOT);
            assertThat(missed.clause()).isEqualTo("§15(二)");
        });
        assertThat(ReviewTables.journal(late.incident()))
                .containsExactly("review-opened engine", "review-missed engine");
        assertThat(read(reviewer(Directory.BUREAU), late.review()).getLong("remainingSeconds"))
                .isNegative();
    }

    @Test
    void aLateDecisionIsTakenAndRecordedAsLate() {
        Case late = Case.overdue(EVENTS);

        decide(reviewer(Directory.BUREAU), late.review(), CONFIRM)
                .then()
                .statusCode(200)
                .body("decision.late", equalTo(true));

        assertThat(TopicReader.published(EventTypes.REVIEW_CONCLUDED, late.incident(), 1))
                .extracting(ReviewConcluded::late)
                .containsExactly(true);
    }

    @Test
    void theNextAuthorityTakesOverAndDecides() {
        Case late = Case.overdue(EVENTS);
        decide(reviewer(Directory.ROOT), late.review(), CONFIRM).then().statusCode(403);

        act(reviewer(Directory.ROOT), late.review(), "take-over")
                .then()
                .statusCode(200)
                .body("authority", equalTo(Directory.ROOT))
                .body("claim.agency", equalTo(Directory.ROOT))
                .body("state", equalTo("OVERDUE"));

        decide(reviewer(Directory.BUREAU), late.review(), CONFIRM).then().statusCode(403);
        decide(reviewer(Directory.ROOT), late.review(), CONFIRM).then().statusCode(200);
        assertThat(TopicReader.published(EventTypes.REVIEW_TAKEN_OVER, late.incident(), 1))
                .singleElement()
                .satisfies(taken -> {
                    assertThat(taken.from()).isEqualTo(Directory.BUREAU);
                    assertThat(taken.by()).isEqualTo(Directory.ROOT);
                });
        assertThat(TopicReader.published(EventTypes.REVIEW_CONCLUDED, late.incident(), 1))
                .extracting(ReviewConcluded::authority)
                .containsExactly(Directory.ROOT);
    }

    @Test
    void nobodyTakesOverBeforeTheLimitHasPassed() {
        Case open = Case.open(EVENTS, 3);

        act(reviewer(Directory.ROOT), open.review(), "take-over")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:tongbao:problem:not-overdue"));
    }

    @Test
    void onlyTheNextAuthorityTakesOver() {
        Case late = Case.overdue(EVENTS);

        act(reviewer(Directory.CITY), late.review(), "take-over")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:tongbao:problem:not-next"));
        act(person(Incidents.REPORTER, Directory.ROOT, "reviewer"), late.review(), "take-over")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:tongbao:problem:self-review"));
    }

    @Test
    void theNextAuthoritySeesTheIncidentFromThenOn() {
        String agency = "KEE-" + Ids.next();
        EVENTS.send(entry(agency));
        DatabaseProbe.awaitAgency(agency, 1);
        UUID incident = Ids.next();
        EVENTS.send(
                EventTypes.INCIDENT_REPORTED,
                1,
                Incidents.reported(incident, agency, 3, Incidents.now().minus(Duration.ofHours(3))));
        String id = ReviewClient.pending(incident, "LEVEL");
        ReviewClient.awaitState(id, "OVERDUE");

        act(reviewer(Directory.STRANGER), id, "take-over").then().statusCode(200);

        assertThat(TopicReader.published(EventTypes.REVIEW_TAKEN_OVER, incident, 1))
                .extracting(ReviewTakenOver::by)
                .containsExactly(Directory.STRANGER);
        assertThat(read(reviewer(Directory.STRANGER), id).getString("next")).isEqualTo(Directory.ROOT);
    }

    private static AgencyEntry entry(String agency) {
        return TestAgency.at(Directory.ROOT, agency)
                .related(Directory.ROOT, null, Directory.BUREAU, Directory.STRANGER, Directory.ROOT)
                .entry();
    }
}
