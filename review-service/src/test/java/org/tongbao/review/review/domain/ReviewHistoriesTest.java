package org.tongbao.review.review.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.tongbao.contracts.procedure.Level;

/** Whatever people and clocks do in whatever order, what a review promises holds. */
class ReviewHistoriesTest {
    private static final Set<String> AUTHORITIES = Set.of("TPE-DOIT", "ACS");

    record Step(String act, Reviewer by, int minutes, Level level) {}

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<String> acts =
                Arbitraries.of("claim", "release", "conclude", "take-over", "miss", "level", "ask", "keep");
        Arbitrary<Reviewer> people = Arbitraries.of(
                new Reviewer("a", "A", "TPE-DOIT"),
                new Reviewer("b", "B", "TPE-DOIT"),
                new Reviewer("c", "C", "ACS"),
                new Reviewer("d", "D", "HUA"),
                new Reviewer("reporter", "R", "TPE-DOIT"));
        return Combinators.combine(acts, people, Arbitraries.integers().between(0, 90), Arbitraries.of(Level.class))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Property(tries = 3000)
    void aReviewKeepsItsPromises(@ForAll("histories") List<Step> steps) {
        Review review = ReviewTest.aLevelReview();
        Instant now = ReviewTest.RECEIVED;
        List<ReviewChange> all = new ArrayList<>();
        for (Step step : steps) {
            now = now.plus(Duration.ofMinutes(step.minutes()));
            ReviewState before = review.state();
            List<ReviewChange> changes = perform(review, step, now);
            checkStep(before, review.state(), changes);
            all.addAll(changes);
            review = Review.of(review.state());
        }
        checkHistory(all, review.state());
        happens("conclusion", all.stream().anyMatch(ReviewChange.Concluded.class::isInstance));
        happens("take-over", all.stream().anyMatch(ReviewChange.TakenOver.class::isInstance));
        happens("missed deadline", all.stream().anyMatch(ReviewChange.DeadlineMissed.class::isInstance));
    }

    /** A promise about what never happens would be kept by everybody. */
    private static void happens(String what, boolean now) {
        Statistics.label(what).collect(now).coverage(it -> it.check(true).count(times -> times > 10));
    }

    private static List<ReviewChange> perform(Review review, Step step, Instant now) {
        try {
            return switch (step.act()) {
                case "claim" -> review.claim(step.by(), now);
                case "release" -> review.release(step.by(), now);
                case "conclude" ->
                    review.conclude(
                            step.by(), new Decision(Outcome.RELEVELED, step.level(), "basis", null, null, null), now);
                case "take-over" -> review.takeOver(step.by(), now);
                case "miss" -> review.missDeadline(now);
                case "level" -> review.changeLevel(step.level(), renewed(review, step.level()), now);
                case "ask" -> review.requestInformation(step.by(), "logs", now);
                default -> List.of();
            };
        } catch (Refused | InvalidDecision no) {
            return List.of();
        }
    }

    private static ReviewTerms renewed(Review review, Level level) {
        ReviewTerms terms = review.state().terms();
        return new ReviewTerms(
                terms.clause(),
                terms.informationClause(),
                terms.anchoredAt(),
                terms.anchoredAt().plus(Duration.ofHours(level.severe() ? 2 : 8)),
                terms.outcomes(),
                true);
    }

    private static void checkStep(ReviewState before, ReviewState after, List<ReviewChange> changes) {
        assertThat(after.version()).isGreaterThanOrEqualTo(before.version());
        assertThat(AUTHORITIES).contains(after.chain().authority());
        assertThat(after.terms().anchoredAt()).isEqualTo(before.terms().anchoredAt());
        if (before.status() == Status.CONCLUDED) {
            assertThat(changes).isEmpty();
            assertThat(after).isEqualTo(before);
        }
        if (before.status() == Status.OVERDUE) {
            assertThat(after.status()).isNotEqualTo(Status.OPEN);
            assertThat(after.terms().dueAt()).isEqualTo(before.terms().dueAt());
        }
        if (changes.isEmpty()) {
            assertThat(after.status().pending()).isEqualTo(before.status().pending());
        }
    }

    private static void checkHistory(List<ReviewChange> all, ReviewState end) {
        List<ReviewChange.DeadlineMissed> missed = only(ReviewChange.DeadlineMissed.class, all);
        List<ReviewChange.Concluded> concluded = only(ReviewChange.Concluded.class, all);
        assertThat(missed.stream().map(ReviewChange.DeadlineMissed::authority)).doesNotHaveDuplicates();
        assertThat(concluded.size()).isLessThanOrEqualTo(1);
        concluded.forEach(it -> {
            assertThat(it.conclusion().by().subject()).isNotEqualTo("reporter");
            assertThat(it.conclusion().by().agency()).isEqualTo(end.chain().authority());
            assertThat(it.conclusion().late()).isEqualTo(!missed.isEmpty());
        });
        for (ReviewChange.TakenOver taken : only(ReviewChange.TakenOver.class, all)) {
            assertThat(missed).anyMatch(it -> it.authority().equals(taken.from()));
        }
        // Somebody is always watched, unless the chain has ended or the review has.
        if (end.status() == Status.OPEN) {
            assertThat(end.deadline()).isEqualTo(end.terms().dueAt());
        }
    }

    private static <T extends ReviewChange> List<T> only(Class<T> type, List<ReviewChange> all) {
        return all.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
