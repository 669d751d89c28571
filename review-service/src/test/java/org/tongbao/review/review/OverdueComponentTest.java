package org.tongbao.review.review;

import org.tongbao.review.stage.Case;
import org.tongbao.review.stage.Directory;
import org.tongbao.review.stage.Doors;
import org.tongbao.review.stage.Events;
import org.tongbao.review.stage.Incidents;
import org.tongbao.review.stage.Look;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.tongbao.review.stage.Doors.act;
import static org.tongbao.review.stage.Doors.decide;
import static org.tongbao.review.stage.Doors.read;
import static org.tongbao.review.stage.People.person;
import static org.tongbao.review.stage.People.reviewer;

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

/** A limit passes; the next authority of the chain may take over. */
@QuarkusTest
class OverdueComponentTest {
    private static final String CONFIRM = "{\"outcome\":\"CONFIRMED\",\"basis\":\"維持第三級。\"}";
    private static final Events EVENTS = new Events();

    @BeforeAll
    static void publishTheDirectory() {
        Directory.publish(EVENTS);
        Look.awaitDirectory();
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

        List<ReviewMissed> told = Events.published(EventTypes.REVIEW_MISSED, late.incident(), 1);
        assertThat(told).singleElement().satisfies(missed -> {
            assertThat(missed.authority()).isEqualTo(Directory.BUREAU);
            assertThat(missed.next()).isEqualTo(Directory.ROOT);
            assertThat(missed.clause()).isEqualTo("§15(二)");
        });
        assertThat(Look.journal(late.incident())).containsExactly("review-opened engine", "review-missed engine");
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

        assertThat(Events.published(EventTypes.REVIEW_CONCLUDED, late.incident(), 1))
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
        assertThat(Events.published(EventTypes.REVIEW_TAKEN_OVER, late.incident(), 1))
                .singleElement()
                .satisfies(taken -> {
                    assertThat(taken.from()).isEqualTo(Directory.BUREAU);
                    assertThat(taken.by()).isEqualTo(Directory.ROOT);
                });
        assertThat(Events.published(EventTypes.REVIEW_CONCLUDED, late.incident(), 1))
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
        Look.awaitAgency(agency, 1);
        UUID incident = Ids.next();
        EVENTS.send(
                EventTypes.INCIDENT_REPORTED,
                1,
                Incidents.reported(incident, agency, 3, Incidents.now().minus(Duration.ofHours(3))));
        String id = Doors.pending(incident, "LEVEL");
        Doors.awaitState(id, "OVERDUE");

        act(reviewer(Directory.STRANGER), id, "take-over").then().statusCode(200);

        assertThat(Events.published(EventTypes.REVIEW_TAKEN_OVER, incident, 1))
                .extracting(ReviewTakenOver::by)
                .containsExactly(Directory.STRANGER);
        assertThat(read(reviewer(Directory.STRANGER), id).getString("next")).isEqualTo(Directory.ROOT);
    }

    private static AgencyEntry entry(String agency) {
        List<String> chain = List.of(Directory.BUREAU, Directory.STRANGER, Directory.ROOT);
        return Directory.entry(agency, 1, List.of(Directory.ROOT, agency), Directory.ROOT, null, chain);
    }
}
