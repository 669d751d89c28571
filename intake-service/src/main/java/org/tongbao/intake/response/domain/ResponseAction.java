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

/** A response action of an agency, and its effect on the incident. */
public sealed interface ResponseAction {
    ResponseKind kind();

    List<IncidentChange> applyTo(Incident incident, Instant now);

    /** S2 §21: 損害控制或復原. */
    record Reach(Milestone milestone, Instant at) implements ResponseAction {
        @Override
        public ResponseKind kind() {
            return ResponseKind.MILESTONES;
        }

        @Override
        public List<IncidentChange> applyTo(Incident incident, Instant now) {
            return incident.reach(milestone, at, now);
        }
    }

    /** S2 §18: the clause asks when it was formed. */
    record FormTeam(Instant formedAt) implements ResponseAction {
        @Override
        public ResponseKind kind() {
            return ResponseKind.TEAM;
        }

        @Override
        public List<IncidentChange> applyTo(Incident incident, Instant now) {
            return incident.meet(MetBy.TEAM_FORMED, formedAt, now);
        }
    }

    /** S2 §20. */
    record HoldMeeting(Instant heldAt) implements ResponseAction {
        @Override
        public ResponseKind kind() {
            return ResponseKind.MEETINGS;
        }

        @Override
        public List<IncidentChange> applyTo(Incident incident, Instant now) {
            return incident.meet(MetBy.MEETING_RECORDED, heldAt, now);
        }
    }

    /** S2 §25, §27. */
    record PreserveEvidence(boolean malwareFound, boolean filesDelivered) implements ResponseAction {
        @Override
        public ResponseKind kind() {
            return ResponseKind.EVIDENCE;
        }

        @Override
        public List<IncidentChange> applyTo(Incident incident, Instant now) {
            List<IncidentChange> changes = new ArrayList<>(incident.meet(MetBy.EVIDENCE_RECORDED, now, now));
            if (malwareFound) {
                incident.addFact(Condition.MALWARE_FOUND, now);
            }
            if (filesDelivered) {
                changes.addAll(incident.meet(MetBy.FORENSIC_FILES_DELIVERED, now, now));
            }
            return changes;
        }
    }

    /** S2 §28. */
    record FindRootCause(Instant completedAt) implements ResponseAction {
        @Override
        public ResponseKind kind() {
            return ResponseKind.ROOT_CAUSE;
        }

        @Override
        public List<IncidentChange> applyTo(Incident incident, Instant now) {
            List<IncidentChange> changes = incident.meet(MetBy.ROOT_CAUSE_RECORDED, completedAt, now);
            incident.addAnchor(Anchor.ROOT_CAUSE_DONE, completedAt, now);
            return changes;
        }
    }

    /** S2 §29, §30: the commander decided root cause and improvements. */
    record DecideImprovements(Instant decidedAt) implements ResponseAction {
        @Override
        public ResponseKind kind() {
            return ResponseKind.IMPROVEMENTS;
        }

        @Override
        public List<IncidentChange> applyTo(Incident incident, Instant now) {
            return incident.meet(MetBy.IMPROVEMENTS_DECIDED, decidedAt, now);
        }
    }

    /** S2 §31(四). */
    record ReportImprovements() implements ResponseAction {
        @Override
        public ResponseKind kind() {
            return ResponseKind.IMPROVEMENTS;
        }

        @Override
        public List<IncidentChange> applyTo(Incident incident, Instant now) {
            return incident.meet(MetBy.IMPROVEMENT_PROGRESS_REPORTED, now, now);
        }
    }

    /** S2 §29: the improvements of one horizon are done. */
    record FinishImprovements(Horizon horizon, Instant doneAt) implements ResponseAction {
        @Override
        public ResponseKind kind() {
            return ResponseKind.IMPROVEMENTS;
        }

        @Override
        public List<IncidentChange> applyTo(Incident incident, Instant now) {
            return incident.meet(MetBy.IMPROVEMENTS_DONE, horizon.obligation(), doneAt, now);
        }
    }

    enum Horizon {
        SHORT,
        MID,
        LONG;

        String obligation() {
            return name().toLowerCase(Locale.ROOT) + "-term-improvement";
        }
    }

    /** S2 §23. */
    record ReportEffect(boolean dataSubjectNoticeAssessed) implements ResponseAction {
        @Override
        public ResponseKind kind() {
            return ResponseKind.EFFECT_REPORTS;
        }

        @Override
        public List<IncidentChange> applyTo(Incident incident, Instant now) {
            List<IncidentChange> changes = new ArrayList<>(incident.meet(MetBy.EFFECT_REPORT_FILED, now, now));
            if (dataSubjectNoticeAssessed) {
                changes.addAll(incident.meet(MetBy.DATA_SUBJECT_NOTICE_ASSESSED, now, now));
            }
            return changes;
        }
    }

    /** 調查、處理及改善報告. */
    record FileFinalReport() implements ResponseAction {
        @Override
        public ResponseKind kind() {
            return ResponseKind.FINAL_REPORT;
        }

        @Override
        public List<IncidentChange> applyTo(Incident incident, Instant now) {
            return incident.meet(MetBy.FINAL_REPORT_FILED, now, now);
        }
    }

    /** S2 §31(五): 結報; {@code by} is a token subject, since who files must not receive. */
    record FileClosing(String by) implements ResponseAction {
        @Override
        public ResponseKind kind() {
            return ResponseKind.CLOSING_REQUEST;
        }

        @Override
        public List<IncidentChange> applyTo(Incident incident, Instant now) {
            return incident.fileClosing(by, now);
        }
    }

    /** S2 §11: 補行通報, once what prevented the prescribed way has ended. */
    record FileRetroactively(Instant outageEndedAt) implements ResponseAction {
        @Override
        public ResponseKind kind() {
            return ResponseKind.RETROACTIVE_FILING;
        }

        @Override
        public List<IncidentChange> applyTo(Incident incident, Instant now) {
            incident.addAnchor(Anchor.OUTAGE_ENDED, outageEndedAt, now);
            return incident.meet(MetBy.RETROACTIVE_FILING_RECORDED, now, now);
        }
    }

    /** S2 §17: 等級變更申請. */
    record DeclareLevel(Level level, String by) implements ResponseAction {
        @Override
        public ResponseKind kind() {
            return ResponseKind.LEVEL_CHANGES;
        }

        @Override
        public List<IncidentChange> applyTo(Incident incident, Instant now) {
            return incident.declareLevel(level, by, now);
        }
    }

    /** S2 §10: 核可 of the report. */
    record ApproveReport(String approver) implements ResponseAction {
        @Override
        public ResponseKind kind() {
            return ResponseKind.SIGN_OFFS;
        }

        @Override
        public List<IncidentChange> applyTo(Incident incident, Instant now) {
            return incident.approve(approver, now);
        }
    }

    /** S2 §32: 簽核 of the whole record, also after the closing. */
    record SignRecord() implements ResponseAction {
        @Override
        public ResponseKind kind() {
            return ResponseKind.SIGN_OFFS;
        }

        @Override
        public List<IncidentChange> applyTo(Incident incident, Instant now) {
            return incident.signRecord(now);
        }
    }
}
