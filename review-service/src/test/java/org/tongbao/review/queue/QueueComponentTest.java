package org.tongbao.review.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongbao.review.fixture.People.reviewer;
import static org.tongbao.review.fixture.ReviewClient.REVIEWS;
import static org.tongbao.review.fixture.ReviewClient.decide;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.review.fixture.Directory;
import org.tongbao.review.fixture.Incidents;
import org.tongbao.review.fixture.ReviewClient;
import org.tongbao.testing.database.DatabaseProbe;
import org.tongbao.testing.event.EventSender;
import org.tongbao.testing.event.TestAgency;

/** The queue: most urgent first, page by page, nothing twice and nothing left out. */
@QuarkusTest
class QueueComponentTest {
    private static final EventSender EVENTS = new EventSender();

    /** An authority with a queue of its own in each test. */
    private final String authority = "AUTH-" + Ids.next();

    private final String agency = "AGENCY-" + Ids.next();

    @BeforeAll
    static void publishTheDirectory() {
        Directory.publish(EVENTS);
    }

    @AfterAll
    static void close() {
        EVENTS.close();
    }

    @Test
    void pagesFollowTheDueTimeAndReviewsWithoutOneComeLast() {
        List<String> byDue = openSixAndAClosing();

        List<String> found = new ArrayList<>();
        String next = REVIEWS + "?limit=2&authority=" + authority;
        int pages = 0;
        while (next != null) {
            Response page = reviewer(authority).get(next);
            page.then().statusCode(200);
            found.addAll(page.jsonPath().getList("items.id"));
            next = nextOf(page);
            pages++;
        }

        assertThat(found).isEqualTo(byDue);
        assertThat(pages).isEqualTo(4);
    }

    private static String nextOf(Response page) {
        String link = page.header("Link");
        assertThat(link == null).isEqualTo(page.path("next") == null);
        return link == null ? null : link.substring(link.indexOf('<') + 1, link.indexOf('>'));
    }

    /** Ids in the order in which they are due. Two are due at the same instant. */
    private List<String> openSixAndAClosing() {
        EVENTS.send(TestAgency.at(Directory.ROOT, agency)
                .related(Directory.ROOT, null, authority, Directory.ROOT)
                .entry());
        DatabaseProbe.awaitAgency(agency, 1);
        Instant now = Incidents.now();
        List<String> byDue = new ArrayList<>();
        List<UUID> incidents = new ArrayList<>();
        for (int minutesAgo : new int[] {60, 50, 40, 30, 30, 10}) {
            UUID incident = Ids.next();
            EVENTS.send(
                    EventTypes.INCIDENT_REPORTED,
                    1,
                    Incidents.reported(incident, agency, 3, now.minus(Duration.ofMinutes(minutesAgo))));
            incidents.add(incident);
            byDue.add(ReviewClient.pending(incident, "LEVEL"));
        }
        EVENTS.send(EventTypes.CLOSING_FILED, 2, Incidents.closingFiled(incidents.get(0)));
        byDue.add(ReviewClient.pending(incidents.get(0), "CLOSING"));
        return byDue;
    }

    @Test
    void filtersNarrowTheQueueAndWhatIsDecidedLeavesIt() {
        List<String> ids = openSixAndAClosing();
        decide(reviewer(authority), ids.get(0), "{\"outcome\":\"CONFIRMED\",\"basis\":\"維持\"}")
                .then()
                .statusCode(200);

        assertThat(ids("?authority=" + authority)).hasSize(6).doesNotContain(ids.get(0));
        assertThat(ids("?authority=" + authority + "&state=CONCLUDED")).containsExactly(ids.get(0));
        assertThat(ids("?authority=" + authority + "&state=CONCLUDED&state=OPEN"))
                .hasSize(7);
        assertThat(ids("?authority=" + authority + "&kind=CLOSING")).containsExactly(ids.get(6));
        assertThat(ids("?authority=" + authority + "&state=OVERDUE")).isEmpty();
        assertThat(ids("?updatedSince=2026-01-01T00:00:00%2B08:00&authority=" + authority))
                .hasSize(7);
        assertThat(ids("?updatedSince=2999-01-01T00:00:00%2B08:00&authority=" + authority))
                .isEmpty();
    }

    private List<String> ids(String query) {
        return reviewer(authority)
                .urlEncodingEnabled(false)
                .get(REVIEWS + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }
}
