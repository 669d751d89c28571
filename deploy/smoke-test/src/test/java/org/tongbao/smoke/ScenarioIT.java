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
import org.tongbao.local.demo.Scenario;
import org.tongbao.local.demo.Suite;

/**
 * The main job on the packaged services, black box: HTTP in, mail out. Each test is one step of the scenario, by the
 * procedure with limits of seconds, and goes on where the one before ended; the checks are those of {@code
 * deploy/local/demo --fast}.
 */
@TestMethodOrder(OrderAnnotation.class)
class ScenarioIT {
    private static LocalStack stack;
    private static Scenario scenario;

    @BeforeAll
    static void start() {
        stack = LocalStack.start(LocalOptions.forTests());
        scenario = Scenario.fast(
                new Suite(stack.gateway(), stack.infrastructure().oidc().issuer()), System.out);
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @AfterEach
    void everythingTheStepPromisesHolds() {
        assertThat(scenario.checks().failed()).isEmpty();
        assertThat(scenario.checks().passed()).isPositive();
    }

    @Test
    @Order(1)
    void theReportIsTakenWithNumberLevelAndEverythingThatIsOwed() {
        scenario.report();
    }

    @Test
    @Order(2)
    void theLevelReviewWaitsWithItsLimit() {
        scenario.openReview();
    }

    @Test
    @Order(3)
    void everybodyTheDirectoryNamesHasMailAndAPhoneTask() {
        scenario.notifyRecipients();
    }

    @Test
    @Order(4)
    void theLadderGoesUpToTheDutyDeskWhileNobodyAcknowledges() {
        scenario.escalate();
    }

    @Test
    @Order(5)
    void theDeputyAcknowledgesAndTheLadderStops() {
        scenario.acknowledge();
    }

    @Test
    @Order(6)
    void theReviewerFindsAnotherLevelAndTheLimitsFollow() {
        scenario.changeLevel();
    }

    @Test
    @Order(7)
    void theCaseIsClosedAndItsTimelineIsComplete() {
        scenario.close();
    }
}
