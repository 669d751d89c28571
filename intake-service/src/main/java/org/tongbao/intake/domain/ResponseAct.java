package org.tongbao.intake.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tongbao.contracts.procedure.Anchor;
import org.tongbao.contracts.procedure.Condition;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.MetBy;

/** Something an agency did in response, and what that does to its case. */
public sealed interface ResponseAct {
    ResponseKind kind();

    List<IncidentChange> applyTo(Incident incident, Instant now);

    /** S2 §21: 損害控制或復原. */
    record Reach(Milestone milestone, Instant at) implements ResponseAct {
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
    record FormTeam(Instant formedAt) implements ResponseAct {
        @Override
        public ResponseKind kind() {
            return ResponseKind.TEAM;
        }

        @Override
        public List<IncidentChange> applyTo(Incident incident, Instant now) {
            return incident.record(MetBy.TEAM_FORMED, formedAt, now);
        }
    }

    /** S2 §20. */
    record HoldMeeting(Instant heldAt) implements ResponseAct {
        @Override
        public ResponseKind kind() {
            return ResponseKind.MEETINGS;
        }

        @Override
        public List<IncidentChange> applyTo(Incident incident, Instant now) {
            return incident.record(MetBy.MEETING_RECORDED, heldAt, now);
        }
    }

    /** S2 §25, §27. */
    record PreserveEvidence(boolean malwareFound, boolean filesDelivered) implements ResponseAct {
        @Override
        public ResponseKind kind() {
            return ResponseKind.EVIDENCE;
        }

        @Override
        public List<IncidentChange> applyTo(Incident incident, Instant now) {
            List<IncidentChange> changes = new ArrayList<>(incident.record(MetBy.EVIDENCE_RECORDED, now, now));
            if (malwareFound) {
                incident.learn(Condition.MALWARE_FOUND, now);
            }
            if (filesDelivered) {
                changes.addAll(incident.record(MetBy.FORENSIC_FILES_DELIVERED, now, now));
            }
            return changes;
        }
    }

    /** S2 §28. */
    record FindRootCause(Instant completedAt) implements ResponseAct {
        @Override
        public ResponseKind kind() {
            return ResponseKind.ROOT_CAUSE;
        }

        @Override
        public List<IncidentChange> applyTo(Incident incident, Instant now) {
            List<IncidentChange> changes = incident.record(MetBy.ROOT_CAUSE_RECORDED, completedAt, now);
            incident.learn(Anchor.ROOT_CAUSE_DONE, completedAt, now);
            return changes;
        }
    }

    /** S2 §29, §30: the commander decided root cause and improvements. */
    record DecideImprovements(Instant decidedAt) implements ResponseAct {
        @Override
        public ResponseKind kind() {
            return ResponseKind.IMPROVEMENTS;
        }

        @Override
        public List<IncidentChange> applyTo(Incident incident, Instant now) {
            return incident.record(MetBy.IMPROVEMENTS_DECIDED, decidedAt, now);
        }
    }

    /** S2 §31(四). */
    record ReportImprovements() implements ResponseAct {
        @Override
        public ResponseKind kind() {
            return ResponseKind.IMPROVEMENTS;
        }

        @Override
        public List<IncidentChange> applyTo(Incident incident, Instant now) {
            return incident.record(MetBy.IMPROVEMENT_PROGRESS_REPORTED, now, now);
        }
    }

    /** S2 §29: the improvements of one horizon are done. */
    record FinishImprovements(Horizon horizon, Instant doneAt) implements ResponseAct {
        @Override
        public ResponseKind kind() {
            return ResponseKind.IMPROVEMENTS;
        }

        @Override
        public List<IncidentChange> applyTo(Incident incident, Instant now) {
            return incident.record(MetBy.IMPROVEMENTS_DONE, horizon.obligation(), doneAt, now);
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
    record ReportEffect(boolean dataSubjectNoticeAssessed) implements ResponseAct {
        @Override
        public ResponseKind kind() {
            return ResponseKind.EFFECT_REPORTS;
        }

        @Override
        public List<IncidentChange> applyTo(Incident incident, Instant now) {
            List<IncidentChange> changes = new ArrayList<>(incident.record(MetBy.EFFECT_REPORT_FILED, now, now));
            if (dataSubjectNoticeAssessed) {
                changes.addAll(incident.record(MetBy.DATA_SUBJECT_NOTICE_ASSESSED, now, now));
            }
            return changes;
        }
    }

    /** 調查、處理及改善報告. */
    record FileFinalReport() implements ResponseAct {
        @Override
        public ResponseKind kind() {
            return ResponseKind.FINAL_REPORT;
        }

        @Override
        public List<IncidentChange> applyTo(Incident incident, Instant now) {
            return incident.record(MetBy.FINAL_REPORT_FILED, now, now);
        }
    }

    /** S2 §31(五): 結報; {@code by} is a token subject, since who files must not receive. */
    record FileClosing(String by) implements ResponseAct {
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
    record FileRetroactively(Instant outageEndedAt) implements ResponseAct {
        @Override
        public ResponseKind kind() {
            return ResponseKind.RETROACTIVE_FILING;
        }

        @Override
        public List<IncidentChange> applyTo(Incident incident, Instant now) {
            incident.learn(Anchor.OUTAGE_ENDED, outageEndedAt, now);
            return incident.record(MetBy.RETROACTIVE_FILING_RECORDED, now, now);
        }
    }

    /** S2 §17: 等級變更申請. */
    record DeclareLevel(Level level, String by) implements ResponseAct {
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
    record ApproveReport(String approver) implements ResponseAct {
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
    record SignRecord() implements ResponseAct {
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
