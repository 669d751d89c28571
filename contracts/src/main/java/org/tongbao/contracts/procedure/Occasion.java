package org.tongbao.contracts.procedure;

import org.tongbao.contracts.Text;

/** What happens that somebody must be told of; each names the event it is read from. */
public enum Occasion implements Named {
    /** {@code tongbao.incident.reported.v1}. */
    INCIDENT_REPORTED("事件通報", "incident reported"),
    /** {@code tongbao.incident.level-changed.v1}, from a level the rule does not name to one it names. */
    LEVEL_RAISED("等級提升", "level raised"),
    /** {@code tongbao.incident.level-changed.v1}, whichever way. */
    LEVEL_CHANGED("等級變更", "level changed"),
    /** Each agency of {@code reported.affectedAgencies}, and {@code tongbao.incident.affected-agency-named.v1}. */
    AFFECTED_AGENCY_NAMED("指明受影響機關", "affected agency named"),
    /** {@code tongbao.review.opened.v1} of kind {@code LEVEL}. */
    REVIEW_OPENED("等候審核", "review opened"),
    /** {@code tongbao.review.concluded.v1} of kind {@code LEVEL}. */
    LEVEL_DECIDED("等級審核完成", "level decided"),
    /** {@code tongbao.review.missed.v1}. */
    REVIEW_MISSED("審核逾時", "review missed"),
    /** {@code tongbao.review.taken-over.v1}. */
    REVIEW_TAKEN_OVER("逕行複核", "review taken over"),
    /** {@code tongbao.review.information-requested.v1}. */
    INFORMATION_REQUESTED("要求提供資料", "information requested"),
    /** An acknowledgement of a notice of this incident: what {@code tongbao.notice.acknowledged.v1} says. */
    NOTICE_ACKNOWLEDGED("確認收悉", "notice acknowledged"),
    /** The first {@code tongbao.incident.milestone-reached.v1} that says {@code CONTAINED} or {@code RECOVERED}. */
    DAMAGE_CONTROLLED("完成損害控制或復原", "damage controlled"),
    /** {@code tongbao.incident.obligation-progressed.v1}: {@code WARNED}. */
    OBLIGATION_WARNED("期限將屆", "limit draws near"),
    /** {@code tongbao.incident.obligation-progressed.v1}: {@code OVERDUE}. */
    OBLIGATION_OVERDUE("期限已過", "limit passed"),
    /** {@code tongbao.incident.obligation-progressed.v1}: {@code MET} or {@code MET_LATE}. */
    OBLIGATION_MET("完成應辦事項", "obligation met"),
    /** {@code tongbao.incident.closing-filed.v1}. */
    CLOSING_FILED("提出結報", "closing filed"),
    /** {@code tongbao.review.concluded.v1} of kind {@code CLOSING}. */
    CLOSING_DECIDED("結報處理完成", "closing decided"),
    /** {@code tongbao.incident.closed.v1}. */
    CLOSED("結案", "closed");

    private final Text text;

    Occasion(String chinese, String english) {
        text = new Text(chinese, english);
    }

    @Override
    public Text text() {
        return text;
    }
}
