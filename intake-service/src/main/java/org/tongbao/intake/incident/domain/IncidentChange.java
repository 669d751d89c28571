package org.tongbao.intake.incident.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.intake.affected.domain.AffectedAgency;
import org.tongbao.intake.obligation.domain.IncidentObligation;

/** A change of an incident. */
public sealed interface IncidentChange {
    /**
     * @param by agency that changed it
     * @param limits the obligations whose limit moved
     */
    record LevelChanged(Level from, Level to, LevelReason reason, String by, Instant at, List<MovedLimit> limits)
            implements IncidentChange {
        public LevelChanged {
            limits = List.copyOf(limits);
        }
    }

    /**
     * @param overdue whether the new limit had already passed
     */
    record MovedLimit(String key, @Nullable Instant dueAt, boolean overdue) {}

    /** An obligation was warned of, missed or met. */
    record ObligationProgressed(IncidentObligation obligation, Progress progress, Instant at)
            implements IncidentChange {}

    /**
     * @param at as stated
     */
    record MilestoneReached(Milestone milestone, Instant at, Instant recordedAt) implements IncidentChange {}

    record AffectedAgencyNamed(AffectedAgency affected, Instant at) implements IncidentChange {}

    /** After it had been sent. */
    record Approved(String by, Instant at) implements IncidentChange {}

    record ClosingFiled(String by, Instant at) implements IncidentChange {}

    record Closed(Instant at) implements IncidentChange {}

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
