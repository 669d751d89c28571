package org.tongbao.review.review.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.ReviewKind;
import org.tongbao.review.incident.domain.IncidentId;
import org.tongbao.review.incident.domain.IncidentRef;

class ReviewTest {
    static final Instant RECEIVED = Instant.parse("2026-11-20T00:46:12Z");
    static final Instant DUE = RECEIVED.plus(Duration.ofHours(2));
    private static final Reviewer BUREAU = new Reviewer("r1", "審核人", "TPE-DOIT");
    private static final Reviewer NEXT = new Reviewer("r2", "資安署審核人", "ACS");

    static Review aLevelReview() {
        return review(ReviewKind.LEVEL, terms(DUE, List.of(Outcome.CONFIRMED, Outcome.RELEVELED)), chain(true));
    }

    private static Review aClosing(Outcome good) {
        return review(ReviewKind.CLOSING, terms(null, List.of(good, Outcome.QUESTIONED)), chain(true));
    }

    private static Review review(ReviewKind kind, ReviewTerms terms, AuthorityChain chain) {
        return Review.open(
                new ReviewId(new UUID(0, 1)),
                new IncidentRef(new IncidentId(new UUID(0, 2)), "2026-7F3K-9Q2C", "TPE-EDU", false),
                kind,
                Level.THREE,
                terms,
                chain,
                Set.of("reporter"),
                RECEIVED);
    }

    private static ReviewTerms terms(@Nullable Instant due, List<Outcome> outcomes) {
        return new ReviewTerms("§15(二)", "§16", RECEIVED, due, outcomes, true);
    }

    private static AuthorityChain chain(boolean takeOver) {
        return AuthorityChain.of(List.of("TPE-DOIT", "ACS"), "TPE-EDU", "ACS", takeOver);
    }

    private static Decision decision(Outcome outcome, @Nullable Level level, String basis) {
        return new Decision(outcome, level, basis, null, null, null);
    }

    @Test
    void aDeadlineIsMissedOnlyOnce() {
        Review review = aLevelReview();

        assertThat(review.missDeadline(DUE.minusNanos(1000))).isEmpty();
        assertThat(review.missDeadline(DUE))
                .containsExactly(new ReviewChange.DeadlineMissed(DUE, "TPE-DOIT", DUE, Optional.of("ACS")));
        assertThat(review.missDeadline(DUE.plusSeconds(60))).isEmpty();
    }

    @Test
    void aDecisionAtTheDueInstantIsLateAndTheMissIsSaidFirst() {
        Review review = aLevelReview();

        var changes = review.conclude(BUREAU, decision(Outcome.CONFIRMED, null, "維持"), DUE);

        assertThat(changes).hasSize(2);
        assertThat(changes.get(0)).isInstanceOf(ReviewChange.DeadlineMissed.class);
        assertThat(changes.get(1)).isInstanceOfSatisfying(ReviewChange.Concluded.class, concluded -> {
            assertThat(concluded.conclusion().late()).isTrue();
            assertThat(concluded.conclusion().level()).isEqualTo(Level.THREE);
        });
    }

    @Test
    void whoTakesOverHasAsLongAsTheFirstHadAndTheChainEndsAfterHim() {
        Review review = aLevelReview();
        review.missDeadline(DUE);
        Instant taken = DUE.plus(Duration.ofMinutes(10));

        review.takeOver(NEXT, taken);

        assertThat(review.state().deadline()).isEqualTo(taken.plus(Duration.ofHours(2)));
        assertThat(review.missDeadline(taken.plus(Duration.ofHours(2))))
                .singleElement()
                .isInstanceOfSatisfying(ReviewChange.DeadlineMissed.class, missed -> {
                    assertThat(missed.authority()).isEqualTo("ACS");
                    assertThat(missed.next()).isEmpty();
                });
        assertThat(review.state().terms().dueAt()).isEqualTo(DUE);
    }

    @Test
    void aTakeOverTakesTheClaimAway() {
        Review review = aLevelReview();
        review.claim(BUREAU, RECEIVED);

        review.takeOver(NEXT, DUE);

        assertThat(review.state().claim()).isEqualTo(new Claim(NEXT, DUE));
        refused(() -> review.conclude(BUREAU, decision(Outcome.CONFIRMED, null, "維持"), DUE), Refusal.NOT_YOUR_REVIEW);
    }

    @Test
    void nobodyMayTakeOverWhereTheProcedureOnlyTells() {
        Review review = review(ReviewKind.LEVEL, terms(DUE, List.of(Outcome.CONFIRMED)), chain(false));

        refused(() -> review.takeOver(NEXT, DUE), Refusal.NOT_NEXT);
        assertThat(review.missDeadline(DUE)).singleElement().satisfies(missed -> assertThat(
                        ((ReviewChange.DeadlineMissed) missed).next())
                .isEmpty());
    }

    @Test
    void aLowerLevelErasesNoBreach() {
        Review review = aLevelReview();
        review.missDeadline(DUE);
        ReviewTerms longer = terms(RECEIVED.plus(Duration.ofHours(8)), List.of(Outcome.CONFIRMED, Outcome.RELEVELED));

        review.changeLevel(Level.TWO, longer, DUE.plusSeconds(1));

        assertThat(review.state().status()).isEqualTo(Status.OVERDUE);
        assertThat(review.state().terms().dueAt()).isEqualTo(DUE);
        assertThat(review.state().level()).isEqualTo(Level.TWO);
    }

    @Test
    void anotherLevelMakesWhatWasReadStale() {
        Review review = aLevelReview();
        long expectedVersion = review.state().version();

        review.changeLevel(Level.FOUR, review.state().terms(), RECEIVED);

        refused(() -> review.expect(expectedVersion), Refusal.STALE);
    }

    @Test
    void aPassedLimitMakesNothingStale() {
        Review review = aLevelReview();
        long expectedVersion = review.state().version();

        review.missDeadline(DUE);

        review.expect(expectedVersion);
    }

    @Test
    void whoFiledAClosingAgainIsInvolvedToo() {
        Review review = aClosing(Outcome.RECEIVED);

        review.fileAgain("r1", RECEIVED);

        refused(() -> review.claim(BUREAU, RECEIVED), Refusal.SELF_REVIEW);
    }

    @Test
    void whoApprovesTheReportIsInvolvedFromThenOnAndLosesHisClaim() {
        Review review = aLevelReview();
        review.claim(BUREAU, RECEIVED);

        review.approved("r1", RECEIVED);

        assertThat(review.state().claim()).isNull();
        refused(() -> review.claim(BUREAU, RECEIVED), Refusal.SELF_REVIEW);
        assertThat(review.approved("r1", RECEIVED)).isEmpty();
    }

    @Test
    void everyFaultOfAVerdictIsNamedAtOnce() {
        assertThat(faults(aLevelReview(), decision(Outcome.RELEVELED, null, " ")))
                .containsExactlyInAnyOrder(DecisionFault.LEVEL_MISSING, DecisionFault.BASIS_MISSING);
        assertThat(faults(aLevelReview(), decision(Outcome.RELEVELED, Level.THREE, "b")))
                .containsExactly(DecisionFault.LEVEL_UNCHANGED);
        assertThat(faults(aLevelReview(), decision(Outcome.CONFIRMED, Level.TWO, "b")))
                .containsExactly(DecisionFault.LEVEL_DIFFERS);
        assertThat(faults(aLevelReview(), decision(Outcome.RECEIVED, null, "b")))
                .containsExactly(DecisionFault.OUTCOME_NOT_FOR_THIS_REVIEW);
        assertThat(faults(aClosing(Outcome.ACCEPTED), decision(Outcome.QUESTIONED, Level.ONE, "")))
                .containsExactlyInAnyOrder(DecisionFault.LEVEL_NOT_FOR_A_CLOSING, DecisionFault.BASIS_MISSING);
        assertThat(faults(aClosing(Outcome.ACCEPTED), decision(Outcome.RECEIVED, null, "")))
                .containsExactly(DecisionFault.OUTCOME_NOT_FOR_THIS_REVIEW);
    }

    @Test
    void aReceiptNeedsNoBasis() {
        Review review = aClosing(Outcome.RECEIVED);

        assertThat(review.conclude(BUREAU, decision(Outcome.RECEIVED, null, ""), RECEIVED))
                .hasSize(1);
    }

    @Test
    void aChainIsNeverEmptyAndNoAgencyReviewsItself() {
        assertThat(AuthorityChain.of(List.of(), "TPE-EDU", "ACS", true).authority())
                .isEqualTo("ACS");
        assertThat(AuthorityChain.of(List.of("TPE-DOIT", "TPE-DOIT", "ACS"), "TPE-DOIT", "ACS", true)
                        .authorities())
                .containsExactly("ACS");
        assertThat(AuthorityChain.of(List.of("ACS"), "ACS", "ACS", true).authorities())
                .containsExactly("ACS");
    }

    private static Set<DecisionFault> faults(Review review, Decision decision) {
        return catchThrowableOfType(InvalidDecision.class, () -> review.conclude(BUREAU, decision, RECEIVED))
                .faults();
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act, Refusal reason) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refused.class, no -> assertThat(no.reason())
                .isEqualTo(reason));
    }
}
