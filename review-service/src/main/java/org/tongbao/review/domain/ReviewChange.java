package org.tongbao.review.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Level;

/** What happened to a review. */
public sealed interface ReviewChange {
    Instant at();

    record Opened(Instant at, String authority, @Nullable Instant dueAt) implements ReviewChange {}

    record Claimed(Instant at, Reviewer by) implements ReviewChange {}

    record Released(Instant at, Reviewer by) implements ReviewChange {}

    record InformationRequested(Instant at, Reviewer by, String what) implements ReviewChange {}

    /**
     * @param authority who let the limit pass
     * @param next who may take over
     */
    record DeadlineMissed(Instant at, String authority, Instant dueAt, Optional<String> next) implements ReviewChange {}

    record TakenOver(Instant at, String from, Reviewer by) implements ReviewChange {}

    /**
     * The level on record became another one while the review was pending.
     *
     * @param dueAt the limit now, counted from the original anchor
     */
    record LevelChanged(
            Instant at, Level from, Level to, @Nullable Instant dueAt) implements ReviewChange {}

    /** The agency filed the closing again while this review of it was pending. */
    record FiledAgain(Instant at) implements ReviewChange {}

    /** The report was approved while this review was pending: its approver must not decide. */
    record Approved(Instant at) implements ReviewChange {}

    record Concluded(Instant at, Conclusion conclusion) implements ReviewChange {}
}
