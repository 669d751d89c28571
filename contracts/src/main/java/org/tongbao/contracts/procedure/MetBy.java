package org.tongbao.contracts.procedure;

/** What meets an obligation: the entry that the owning service waits for. */
public enum MetBy implements Keyed {
    REPORT_FILED,
    APPROVAL_CONFIRMED,
    /** 補登錄. */
    RETROACTIVE_FILING_RECORDED,
    /** Every affected agency answered the phone or replied; an accepted mail is not enough. */
    LATERAL_NOTICES_MET,
    COPY_SENT,
    REVIEW_CONCLUDED,
    /** The result and its basis reached the competent authority. */
    REVIEW_RESULT_SENT,
    TEAM_FORMED,
    MEETING_RECORDED,
    /** Contained or recovered, and entered. */
    DAMAGE_CONTROL_RECORDED,
    EFFECT_REPORT_FILED,
    DATA_SUBJECT_NOTICE_ASSESSED,
    EVIDENCE_RECORDED,
    FORENSIC_FILES_DELIVERED,
    ROOT_CAUSE_RECORDED,
    IMPROVEMENTS_DECIDED,
    IMPROVEMENTS_DONE,
    IMPROVEMENT_PROGRESS_REPORTED,
    FINAL_REPORT_FILED,
    CLOSING_FILED,
    FORENSIC_REPORT_SENT,
    RECORD_SIGNED
}
