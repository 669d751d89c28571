package org.tongbao.review.incident.domain;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Anchor;
import org.tongbao.contracts.procedure.Level;

/**
 * What a reviewing service knows of an incident: no content, only what its clocks and rules need.
 *
 * @param procedureHash the version of the procedure it was opened under
 * @param level on record
 * @param anchors the instants that were given
 * @param reportedBy subject of the person who reported
 * @param approvedBy subject of the person who approved
 */
public record Incident(
        IncidentRef ref,
        String procedureHash,
        Level level,
        Level firstReported,
        Map<Anchor, Instant> anchors,
        String reportedBy,
        @Nullable String approvedBy) {
    public Incident {
        anchors = Map.copyOf(anchors);
    }

    public Incident at(Level other) {
        return new Incident(ref, procedureHash, other, firstReported, anchors, reportedBy, approvedBy);
    }

    public Incident approved(String approver) {
        return new Incident(ref, procedureHash, level, firstReported, anchors, reportedBy, approver);
    }

    /** As if everything up to its reception had happened then: for a limit that is counted from an anchor already known. */
    public Incident anchoredAt(Instant at) {
        return new Incident(
                ref, procedureHash, level, firstReported, Map.of(Anchor.RECEIVED, at), reportedBy, approvedBy);
    }

    /** Reported again with this level (續行通報): a clock of its own, from when that was. */
    public Incident reportedAgain(Level declared, Instant at) {
        return new Incident(
                ref, procedureHash, declared, declared, Map.of(Anchor.RECEIVED, at), reportedBy, approvedBy);
    }

    /** Who must not review it. */
    public Set<String> involved() {
        Set<String> subjects = new LinkedHashSet<>();
        subjects.add(reportedBy);
        if (approvedBy != null) {
            subjects.add(approvedBy);
        }
        return subjects;
    }
}
