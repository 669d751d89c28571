package org.tongbao.intake.incident.domain;

import java.time.Instant;
import java.util.List;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.intake.affected.domain.AffectedAgency;
import org.tongbao.intake.obligation.domain.IncidentObligation;
import org.tongbao.intake.obligation.domain.MovedLimit;

/** A change of an incident. */
public sealed interface IncidentChange {
    /** A new kind of change does not compile until every visitor has an answer to it. */
    <R> R accept(Visitor<R> visitor);

    interface Visitor<R> {
        R levelChanged(LevelChanged change);

        R obligationProgressed(ObligationProgressed change);

        R milestoneReached(MilestoneReached change);

        R affectedAgencyNamed(AffectedAgencyNamed change);

        R approved(Approved change);

        R closingFiled(ClosingFiled change);

        R closed(Closed change);
    }

    /**
     * @param by agency that changed it
     * @param limits the obligations whose limit moved
     */
    record LevelChanged(Level from, Level to, LevelReason reason, String by, Instant at, List<MovedLimit> limits)
            implements IncidentChange {
        public LevelChanged {
            limits = List.copyOf(limits);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.levelChanged(this);
        }
    }

    /** An obligation was warned of, missed or met. */
    record ObligationProgressed(IncidentObligation obligation, Progress progress, Instant at)
            implements IncidentChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.obligationProgressed(this);
        }
    }

    /**
     * @param at as stated
     */
    record MilestoneReached(Milestone milestone, Instant at, Instant recordedAt) implements IncidentChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.milestoneReached(this);
        }
    }

    record AffectedAgencyNamed(AffectedAgency affected, Instant at) implements IncidentChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.affectedAgencyNamed(this);
        }
    }

    /** After it had been sent. */
    record Approved(String by, Instant at) implements IncidentChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.approved(this);
        }
    }

    record ClosingFiled(String by, Instant at) implements IncidentChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.closingFiled(this);
        }
    }

    record Closed(Instant at) implements IncidentChange {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.closed(this);
        }
    }

    enum LevelReason {
        REVIEWED,
        DECLARED
    }

    enum Progress {
        WARNED,
        OVERDUE,
        MET,
        MET_LATE
    }
}
