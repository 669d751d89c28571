package org.tongbao.intake;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.ReviewMissed;
import org.tongbao.contracts.event.ReviewOpened;
import org.tongbao.intake.fixture.Directory;
import org.tongbao.intake.fixture.IntakeClient;
import org.tongbao.testing.event.EventSender;

/** To whom an incident is opened, and when. */
@QuarkusTest
class OpeningsComponentTest {
    private static final EventSender EVENTS = new EventSender();

    @BeforeAll
    static void publishDirectory() {
        Directory.publish();
    }

    @AfterAll
    static void close() {
        EVENTS.close();
    }

    @Test
    void aReportOfAnUnknownAgencyIsOpenedToItsReviewersOnceItIsKnown() {
        String agency = newAgency();
        UUID id = reportOf(agency);
        UUID notReportedUnknown = reportOf(Directory.SCHOOL);
        look(Directory.BUREAU, id, 404);

        Directory.publishNew(agency, Directory.BUREAU, Directory.STRANGER);

        await().untilAsserted(() -> look(Directory.BUREAU, id, 200));
        look(Directory.STRANGER, id, 404);
        look(Directory.BUREAU, notReportedUnknown, 404);
    }

    @Test
    void theNextOfTheChainSeesTheIncidentWhenTheFirstHasMissedItsReview() {
        String agency = newAgency();
        Directory.publishNew(agency, Directory.BUREAU, Directory.STRANGER);
        await().untilAsserted(() -> look(Directory.BUREAU, reportOf(agency), 200));
        UUID id = reportOf(agency);
        UUID review = Ids.next();
        look(Directory.BUREAU, id, 200);
        look(Directory.STRANGER, id, 404);

        EVENTS.send(
                EventTypes.REVIEW_MISSED,
                1,
                new ReviewMissed(id, review, "LEVEL", Directory.BUREAU, "§15(一)", Instant.now(), Directory.STRANGER));

        await().untilAsserted(() -> look(Directory.STRANGER, id, 200));
        look(Directory.SIBLING, id, 404);
    }

    @Test
    void whoReviewsThoughNoRelationNamesItSeesTheIncident() {
        UUID id = reportOf(Directory.SCHOOL);
        look(Directory.STRANGER, id, 404);

        EVENTS.send(
                EventTypes.REVIEW_OPENED,
                1,
                new ReviewOpened(
                        id,
                        Ids.next(),
                        "LEVEL",
                        Directory.STRANGER,
                        "§15(一)",
                        Instant.now(),
                        Instant.now().plusSeconds(3600)));

        await().untilAsserted(() -> look(Directory.STRANGER, id, 200));
    }

    private static String newAgency() {
        return "TPE-NEW-" + Ids.next();
    }

    private static UUID reportOf(String agency) {
        return IntakeClient.reported(
                agency, IntakeClient.report(2, Instant.now().minusSeconds(300)));
    }

    private static void look(String agency, UUID incident, int status) {
        IntakeClient.as(agency, "reviewer")
                .get(IntakeClient.INCIDENTS + "/" + incident)
                .then()
                .statusCode(status);
    }
}
