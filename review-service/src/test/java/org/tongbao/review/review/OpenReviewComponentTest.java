package org.tongbao.review.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tongbao.review.fixture.Incidents.closingFiled;
import static org.tongbao.review.fixture.Incidents.levelChanged;
import static org.tongbao.review.fixture.Incidents.now;
import static org.tongbao.review.fixture.Incidents.reported;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.ReviewOpened;
import org.tongbao.contracts.requirement.Requirement;
import org.tongbao.review.fixture.Directory;
import org.tongbao.review.fixture.People;
import org.tongbao.review.fixture.ReviewClient;
import org.tongbao.review.fixture.ReviewTables;
import org.tongbao.testing.database.DatabaseProbe;
import org.tongbao.testing.event.EventSender;
import org.tongbao.testing.event.TestAgency;
import org.tongbao.testing.event.TopicReader;

/** EventSender in, reviews open. */
@QuarkusTest
class OpenReviewComponentTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final EventSender EVENTS = new EventSender();

    private final UUID incident = Ids.next();

    @BeforeAll
    static void publishTheDirectory() {
        Directory.publish(EVENTS);
    }

    @AfterAll
    static void close() {
        EVENTS.close();
    }

    @ParameterizedTest
    @CsvSource({"1, PT8H, §15(一)", "2, PT8H, §15(一)", "3, PT2H, §15(二)", "4, PT2H, §15(二)"})
    @Requirement({"S2-18", "S2-19"})
    void aReportOpensALevelReviewDueExactlyTheLimitAfterItWasReceived(int level, Duration limit, String clause) {
        Instant received = now();

        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, reported(incident, level, received));

        String id = ReviewClient.pending(incident, "LEVEL");
        var review = ReviewClient.read(People.reviewer(Directory.BUREAU), id);
        assertThat(OffsetDateTime.parse(review.getString("dueAt")).toInstant()).isEqualTo(received.plus(limit));
        assertThat(review.getString("dueAt")).endsWith("+08:00");
        assertThat(review.getString("clause")).isEqualTo(clause);
        assertThat(review.getString("authority")).isEqualTo(Directory.BUREAU);
        assertThat(review.getList("chain")).isEqualTo(List.of(Directory.BUREAU, Directory.ROOT));
        assertThat(review.getLong("remainingSeconds")).isBetween(limit.toSeconds() - 60, limit.toSeconds());
        List<ReviewOpened> told = TopicReader.published(EventTypes.REVIEW_OPENED, incident, 1);
        assertThat(told).singleElement().satisfies(opened -> {
            assertThat(opened.reviewId()).hasToString(id);
            assertThat(opened.kind()).isEqualTo("LEVEL");
            assertThat(opened.authority()).isEqualTo(Directory.BUREAU);
            assertThat(opened.dueAt()).isEqualTo(received.plus(limit));
            assertThat(opened.clause()).isEqualTo(clause);
        });
    }

    @Test
    void aReportDeliveredThreeTimesOpensOneReview() {
        var report = EventSender.event(EventTypes.INCIDENT_REPORTED, 1, reported(incident, 3, now()));

        EVENTS.send(report);
        EVENTS.send(report);
        EVENTS.send(report);
        EVENTS.send(EventTypes.CLOSING_FILED, 2, closingFiled(incident));

        ReviewClient.pending(incident, "CLOSING");
        assertThat(ReviewTables.reviews(incident)).containsExactly("LEVEL OPEN", "CLOSING OPEN");
    }

    @Test
    void anUnreadableEventGoesToTheDeadLettersAndTheChannelGoesOn() {
        UUID other = Ids.next();
        EVENTS.send(EventSender.raw(
                EventTypes.INCIDENT_REPORTED, incident, 1, "{\"incidentId\":".getBytes(StandardCharsets.UTF_8)));

        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, reported(other, 3, now()));

        ReviewClient.pending(other, "LEVEL");
        assertThat(TopicReader.deadLetterReason("review", "incidents", incident))
                .isEqualTo("unreadable-payload");
        assertThat(ReviewTables.reviews(incident)).isEmpty();
    }

    @Test
    void aLevelThatDoesNotExistIsADeadLetterWithoutDetail() {
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, reported(incident, 9, now()));

        assertThat(TopicReader.deadLetterReason("review", "incidents", incident))
                .isEqualTo("not-applicable");
    }

    @Test
    void eventsAheadOfTheReportWaitForIt() {
        EVENTS.send(EventTypes.CLOSING_FILED, 2, closingFiled(incident));
        await().atMost(SOON).until(() -> ReviewTables.parked(incident).equals(List.of("out-of-order")));

        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, reported(incident, 3, now()));

        ReviewClient.pending(incident, "CLOSING");
        assertThat(ReviewTables.parked(incident)).isEmpty();
    }

    @Test
    void anEventForAnIncidentNobodyReportedWaitsUntilItIs() {
        var early = EventSender.from(
                "/tongbao/elsewhere",
                EventSender.raw(EventTypes.CLOSING_FILED, incident, 1, EventSender.bytes(closingFiled(incident))));
        EVENTS.send(early);
        await().atMost(SOON).until(() -> ReviewTables.parked(incident).equals(List.of("unknown-incident")));

        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, reported(incident, 3, now()));

        ReviewClient.pending(incident, "CLOSING");
        assertThat(ReviewTables.parked(incident)).isEmpty();
    }

    @Test
    void aProcedureThatIsNotKnownHereParksTheReport() {
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, reported(incident, Directory.OFFICE, 3, now(), "no-such-hash"));

        await().atMost(SOON).until(() -> ReviewTables.parked(incident).equals(List.of("unknown-procedure")));
        assertThat(ReviewTables.reviews(incident)).isEmpty();
    }

    @Test
    void anAgencyThatTheDirectoryDoesNotKnowIsReviewedByTheCompetentAuthority() {
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, reported(incident, "NOT-YET-KNOWN", 3, now()));

        List<ReviewOpened> told = TopicReader.published(EventTypes.REVIEW_OPENED, incident, 1);
        assertThat(told).extracting(ReviewOpened::authority).containsExactly(Directory.ROOT);
    }

    @Test
    void noAgencyReviewsItself() {
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, reported(incident, Directory.BUREAU, 3, now()));

        List<ReviewOpened> told = TopicReader.published(EventTypes.REVIEW_OPENED, incident, 1);
        assertThat(told).extracting(ReviewOpened::authority).containsExactly(Directory.ROOT);
    }

    @Test
    void aRunningReviewKeepsItsChainWhenTheTreeMoves() {
        String moving = "TPE-MOVES-" + incident;
        EVENTS.send(agency(moving, 1, List.of(Directory.BUREAU, Directory.ROOT)));
        DatabaseProbe.awaitAgency(moving, 1);
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, reported(incident, moving, 3, now()));
        String id = ReviewClient.pending(incident, "LEVEL");

        EVENTS.send(agency(moving, 2, List.of(Directory.CITY)));
        DatabaseProbe.awaitAgency(moving, 2);

        var review = ReviewClient.read(People.reviewer(Directory.BUREAU), id);
        assertThat(review.getList("chain")).isEqualTo(List.of(Directory.BUREAU, Directory.ROOT));
    }

    private static org.tongbao.contracts.event.AgencyEntry agency(String code, long version, List<String> chain) {
        return TestAgency.at(Directory.ROOT, Directory.CITY, code)
                .version(version)
                .related(Directory.CITY, null, chain.toArray(String[]::new))
                .entry();
    }

    @Test
    void aDeclaredLevelCountsTheLimitAnewFromTheOriginalAnchor() {
        Instant received = now().minus(Duration.ofMinutes(30));
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, reported(incident, 3, received));

        EVENTS.send(EventTypes.INCIDENT_LEVEL_CHANGED, 2, levelChanged(incident, 3, 2, "DECLARED", now()));

        String id = ReviewClient.pending(incident, "LEVEL");
        await().atMost(SOON)
                .until(() ->
                        ReviewClient.read(People.reviewer(Directory.BUREAU), id).getInt("level") == 2);
        var review = ReviewClient.read(People.reviewer(Directory.BUREAU), id);
        assertThat(OffsetDateTime.parse(review.getString("dueAt")).toInstant())
                .isEqualTo(received.plus(Duration.ofHours(8)));
        assertThat(review.getString("clause")).isEqualTo("§15(一)");
        assertThat(ReviewTables.reviews(incident)).containsExactly("LEVEL OPEN");
    }

    @Test
    void aRaisedLevelMayBeOverdueAtOnce() {
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, reported(incident, 2, now().minus(Duration.ofHours(3))));

        EVENTS.send(EventTypes.INCIDENT_LEVEL_CHANGED, 2, levelChanged(incident, 2, 3, "DECLARED", now()));

        ReviewClient.awaitState(ReviewClient.pending(incident, "LEVEL"), "OVERDUE");
    }

    @Test
    @Requirement("S2-40")
    void aClosingUnderTaipeisProcedureIsReceivedWithoutALimit() {
        EVENTS.send(EventTypes.INCIDENT_REPORTED, 1, reported(incident, 3, now()));

        EVENTS.send(EventTypes.CLOSING_FILED, 2, closingFiled(incident));

        var review = ReviewClient.read(People.reviewer(Directory.BUREAU), ReviewClient.pending(incident, "CLOSING"));
        assertThat(review.getList("outcomes")).isEqualTo(List.of("RECEIVED", "QUESTIONED"));
        assertThat(review.<Object>get("dueAt")).isNull();
        assertThat(review.getString("clause")).isEqualTo("§31(五)");
    }
}
