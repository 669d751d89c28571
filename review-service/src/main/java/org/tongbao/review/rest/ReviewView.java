package org.tongbao.review.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.ReviewKind;
import org.tongbao.platform.time.Times;
import org.tongbao.review.review.domain.Claim;
import org.tongbao.review.review.domain.Conclusion;
import org.tongbao.review.review.domain.Decision;
import org.tongbao.review.review.domain.Finding;
import org.tongbao.review.review.domain.Outcome;
import org.tongbao.review.review.domain.ReviewState;
import org.tongbao.review.review.domain.Reviewer;
import org.tongbao.review.review.domain.Status;
import org.tongbao.review.review.usecase.ReviewHistoryEntry;

/**
 * A review as portals see it.
 *
 * @param clause of its limit
 * @param authority whose turn it is
 * @param chain the authorities in order, as they were when it opened
 * @param next who may take over once the limit is missed
 * @param remainingSeconds negative when overdue; null when nothing is due or it is decided
 * @param outcomes what a decision may say
 * @param history null in a list
 */
@Schema(name = "Review")
public record ReviewView(
        UUID id,
        UUID incidentId,
        String number,
        String agency,
        boolean exercise,
        ReviewKind kind,
        Status state,
        int level,
        String clause,
        String authority,
        List<String> chain,
        @Nullable String next,
        OffsetDateTime openedAt,
        OffsetDateTime anchoredAt,
        @Nullable OffsetDateTime dueAt,
        @Nullable Long remainingSeconds,
        @Nullable ClaimView claim,
        List<Outcome> outcomes,
        boolean basisRequired,
        @Nullable DecisionView decision,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<HistoryLine> history) {

    record ClaimView(String name, String agency, OffsetDateTime at) {
        static @Nullable ClaimView of(@Nullable Claim claim) {
            return claim == null
                    ? null
                    : new ClaimView(claim.by().name(), claim.by().agency(), Times.shown(claim.at()));
        }
    }

    record DecisionView(
            Outcome outcome,
            @Nullable Integer level,
            String basis,
            @Nullable Finding otherAgencies,
            @Nullable Finding criticalInfrastructure,
            Decision.@Nullable Support support,
            String reviewer,
            String authority,
            OffsetDateTime at,
            boolean late) {
        static @Nullable DecisionView of(@Nullable Conclusion end) {
            if (end == null) {
                return null;
            }
            Decision decision = end.decision();
            Level level = end.level();
            return new DecisionView(
                    decision.outcome(),
                    level == null ? null : level.number(),
                    decision.basis(),
                    decision.otherAgencies(),
                    decision.criticalInfrastructure(),
                    decision.support(),
                    end.by().name(),
                    end.by().agency(),
                    Times.shown(end.at()),
                    end.late());
        }
    }

    record HistoryLine(
            OffsetDateTime at,
            String what,
            @Nullable String by,
            @Nullable String agency,
            Map<String, Object> detail,
            @Nullable String words) {
        static HistoryLine of(ReviewHistoryEntry change) {
            Reviewer by = change.by();
            return new HistoryLine(
                    Times.shown(change.at()),
                    change.action(),
                    by == null ? null : by.name(),
                    by == null ? null : by.agency(),
                    change.detail(),
                    change.comment());
        }
    }

    public static ReviewView of(ReviewState state, @Nullable List<ReviewHistoryEntry> history, Instant now) {
        return new ReviewView(
                state.id().value(),
                state.incident().id().value(),
                state.incident().number(),
                state.incident().agency(),
                state.incident().exercise(),
                state.kind(),
                state.status(),
                state.level().number(),
                state.terms().clause(),
                state.chain().authority(),
                state.chain().authorities(),
                state.chain().next().orElse(null),
                Times.shown(state.openedAt()),
                Times.shown(state.terms().anchoredAt()),
                Times.shownOrNull(state.terms().dueAt()),
                remaining(state, now),
                ClaimView.of(state.claim()),
                state.terms().outcomes(),
                state.terms().basisRequired(),
                DecisionView.of(state.conclusion()),
                history == null ? null : history.stream().map(HistoryLine::of).toList());
    }

    private static @Nullable Long remaining(ReviewState state, Instant now) {
        Instant dueAt = state.terms().dueAt();
        return dueAt == null || !state.status().pending()
                ? null
                : Duration.between(now, dueAt).toSeconds();
    }
}
