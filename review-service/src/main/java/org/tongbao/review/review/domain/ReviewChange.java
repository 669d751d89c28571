package org.tongbao.review.review.domain;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Level;

/** What happened to a review. */
public sealed interface ReviewChange {
    Instant at();

    <R> R accept(Visitor<R> visitor);

    /** One method a change: a new change does not compile until every visitor has an answer. */
    interface Visitor<R> {
        R opened(Opened change);

        R claimed(Claimed change);

        R released(Released change);

        R informationRequested(InformationRequested change);

        R deadlineMissed(DeadlineMissed change);

        R takenOver(TakenOver change);

        R levelChanged(LevelChanged change);

        R filedAgain(FiledAgain change);

        R approved(Approved change);

        R concluded(Concluded change);
    }

    record Opened(Instant at, String authority, @Nullable Instant dueAt) implements ReviewChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.opened(this);
        }
    }

    record Claimed(Instant at, Reviewer by) implements ReviewChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.claimed(this);
        }
    }

    record Released(Instant at, Reviewer by) implements ReviewChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.released(this);
        }
    }

    record InformationRequested(Instant at, Reviewer by, String what) implements ReviewChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.informationRequested(this);
        }
    }

    /**
     * @param authority who let the limit pass
     * @param next who may take over
     */
    record DeadlineMissed(Instant at, String authority, Instant dueAt, Optional<String> next) implements ReviewChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.deadlineMissed(this);
        }
    }

    record TakenOver(Instant at, String from, Reviewer by) implements ReviewChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.takenOver(this);
        }
    }

    /**
     * The level on record became another one while the review was pending.
     *
     * @param dueAt the limit now, counted from the original anchor
     */
    record LevelChanged(
            Instant at, Level from, Level to, @Nullable Instant dueAt) implements ReviewChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.levelChanged(this);
        }
    }

    /** The agency filed the closing again while this review of it was pending. */
    record FiledAgain(Instant at) implements ReviewChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.filedAgain(this);
        }
    }

    /** The report was approved while this review was pending: its approver must not decide. */
    record Approved(Instant at) implements ReviewChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.approved(this);
        }
    }

    record Concluded(Instant at, Conclusion conclusion) implements ReviewChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.concluded(this);
        }
    }
}
