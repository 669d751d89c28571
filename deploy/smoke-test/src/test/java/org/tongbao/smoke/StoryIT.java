package org.tongbao.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.tongbao.local.LocalOptions;
import org.tongbao.local.LocalStack;
import org.tongbao.local.demo.Story;
import org.tongbao.local.demo.Suite;

/**
 * The main job on the packaged services, black box: HTTP in, mail out. Each test is one step of the story, by the
 * procedure with limits of seconds, and goes on where the one before ended; the checks are those of {@code
 * deploy/local/demo --fast}.
 */
@TestMethodOrder(OrderAnnotation.class)
class StoryIT {
    private static LocalStack stack;
    private static Story story;

    @BeforeAll
    static void start() {
        stack = LocalStack.start(LocalOptions.forTests());
        story = Story.fast(
                new Suite(stack.frontDoor(), stack.infrastructure().oidc().issuer()), System.out);
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @AfterEach
    void everythingTheStepPromisesHolds() {
        assertThat(story.checks().broken()).isEmpty();
        assertThat(story.checks().held()).isPositive();
    }

    @Test
    @Order(1)
    void theReportIsTakenWithNumberLevelAndEverythingThatIsOwed() {
        story.report();
    }

    @Test
    @Order(2)
    void theLevelReviewWaitsWithItsLimit() {
        story.openReview();
    }

    @Test
    @Order(3)
    void everybodyTheDirectoryNamesHasMailAndAPhoneTask() {
        story.tellPeople();
    }

    @Test
    @Order(4)
    void theLadderGoesUpToTheDutyDeskWhileNobodyAcknowledges() {
        story.climb();
    }

    @Test
    @Order(5)
    void theDeputyTakesItAndTheLadderStops() {
        story.take();
    }

    @Test
    @Order(6)
    void theReviewerFindsAnotherLevelAndTheLimitsFollow() {
        story.relevel();
    }

    @Test
    @Order(7)
    void theCaseIsClosedAndItsTimelineTellsTheWholeStory() {
        story.close();
    }
}
