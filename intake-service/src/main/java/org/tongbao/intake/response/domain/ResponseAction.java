package org.tongbao.intake.response.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tongbao.contracts.procedure.Anchor;
import org.tongbao.contracts.procedure.Condition;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.MetBy;
import org.tongbao.intake.incident.domain.Incident;
import org.tongbao.intake.incident.domain.IncidentChange;
import org.tongbao.intake.incident.domain.Milestone;

/** A response action of an agency: the kind of its record, and its effect on the incident. */
public record ResponseAction(ResponseKind kind, Effect effect) {
    @FunctionalInterface
    public interface Effect {
        List<IncidentChange> on(Incident incident, Instant now);
    }

    /** 改善期程, S2 §29. */
    public enum Horizon {
        SHORT,
        MID,
        LONG;

        String obligation() {
            return name().toLowerCase(Locale.ROOT) + "-term-improvement";
        }
    }

    public List<IncidentChange> applyTo(Incident incident, Instant now) {
        return effect.on(incident, now);
    }

    /** Counts when it was done, as stated. */
    private static ResponseAction done(ResponseKind kind, MetBy what, Instant at) {
        return new ResponseAction(kind, (incident, now) -> incident.meet(what, at, now));
    }

    /** Counts when it is entered. */
    private static ResponseAction entered(ResponseKind kind, MetBy what) {
        return new ResponseAction(kind, (incident, now) -> incident.meet(what, now, now));
    }

    /** S2 §21: 損害控制或復原. */
    public static ResponseAction reach(Milestone milestone, Instant at) {
        return new ResponseAction(ResponseKind.MILESTONES, (incident, now) -> incident.reach(milestone, at, now));
    }

    /** S2 §18: the clause asks when it was formed. */
    public static ResponseAction formTeam(Instant formedAt) {
        return done(ResponseKind.TEAM, MetBy.TEAM_FORMED, formedAt);
    }

    /** S2 §20. */
    public static ResponseAction holdMeeting(Instant heldAt) {
        return done(ResponseKind.MEETINGS, MetBy.MEETING_RECORDED, heldAt);
    }

    /** S2 §25, §27. */
    public static ResponseAction preserveEvidence(boolean malwareFound, boolean filesDelivered) {
        return new ResponseAction(ResponseKind.EVIDENCE, (incident, now) -> {
            List<IncidentChange> changes = new ArrayList<>(incident.meet(MetBy.EVIDENCE_RECORDED, now, now));
            if (malwareFound) {
                incident.addFact(Condition.MALWARE_FOUND, now);
            }
            if (filesDelivered) {
                changes.addAll(incident.meet(MetBy.FORENSIC_FILES_DELIVERED, now, now));
            }
            return changes;
        });
    }

    /** S2 §28. */
    public static ResponseAction findRootCause(Instant completedAt) {
        return new ResponseAction(ResponseKind.ROOT_CAUSE, (incident, now) -> {
            List<IncidentChange> changes = incident.meet(MetBy.ROOT_CAUSE_RECORDED, completedAt, now);
            incident.addAnchor(Anchor.ROOT_CAUSE_DONE, completedAt, now);
            return changes;
        });
    }

    /** S2 §29, §30: the commander decided root cause and improvements. */
    public static ResponseAction decideImprovements(Instant decidedAt) {
        return done(ResponseKind.IMPROVEMENTS, MetBy.IMPROVEMENTS_DECIDED, decidedAt);
    }

    /** S2 §31(四). */
    public static ResponseAction reportImprovements() {
        return entered(ResponseKind.IMPROVEMENTS, MetBy.IMPROVEMENT_PROGRESS_REPORTED);
    }

    /** S2 §29: the improvements of one horizon are done. */
    public static ResponseAction finishImprovements(Horizon horizon, Instant doneAt) {
        return new ResponseAction(
                ResponseKind.IMPROVEMENTS,
                (incident, now) -> incident.meet(MetBy.IMPROVEMENTS_DONE, horizon.obligation(), doneAt, now));
    }

    /** S2 §23. */
    public static ResponseAction reportEffect(boolean dataSubjectNoticeAssessed) {
        return new ResponseAction(ResponseKind.EFFECT_REPORTS, (incident, now) -> {
            List<IncidentChange> changes = new ArrayList<>(incident.meet(MetBy.EFFECT_REPORT_FILED, now, now));
            if (dataSubjectNoticeAssessed) {
                changes.addAll(incident.meet(MetBy.DATA_SUBJECT_NOTICE_ASSESSED, now, now));
            }
            return changes;
        });
    }

    /** 調查、處理及改善報告. */
    public static ResponseAction fileFinalReport() {
        return entered(ResponseKind.FINAL_REPORT, MetBy.FINAL_REPORT_FILED);
    }

    /** S2 §31(五): 結報; {@code by} is a token subject, since who files must not receive. */
    public static ResponseAction fileClosing(String by) {
        return new ResponseAction(ResponseKind.CLOSING_REQUEST, (incident, now) -> incident.fileClosing(by, now));
    }

    /** S2 §11: 補行通報, once what prevented the prescribed way has ended. */
    public static ResponseAction fileRetroactively(Instant outageEndedAt) {
        return new ResponseAction(ResponseKind.RETROACTIVE_FILING, (incident, now) -> {
            incident.addAnchor(Anchor.OUTAGE_ENDED, outageEndedAt, now);
            return incident.meet(MetBy.RETROACTIVE_FILING_RECORDED, now, now);
        });
    }

    /** S2 §17: 等級變更申請. */
    public static ResponseAction declareLevel(Level level, String by) {
        return new ResponseAction(ResponseKind.LEVEL_CHANGES, (incident, now) -> incident.declareLevel(level, by, now));
    }

    /** S2 §10: 核可 of the report. */
    public static ResponseAction approveReport(String approver) {
        return new ResponseAction(ResponseKind.SIGN_OFFS, (incident, now) -> incident.approve(approver, now));
    }

    /** S2 §32: 簽核 of the whole record, also after the closing. */
    public static ResponseAction signRecord() {
        return new ResponseAction(ResponseKind.SIGN_OFFS, Incident::signRecord);
    }
}
