package org.tongbao.local.demo;

import java.util.regex.Pattern;

/** What the subjects of mails say, in the words of the wording file: a changed word is found here. */
final class MailSubject {
    static final String URGENT = "第 3 級緊急通知，請確認收悉";
    static final String LATERAL = "橫向通報，請確認並回覆是否受影響";
    /** Whose role it names stands in {@link NoticeMail#text}. */
    static final String ACKNOWLEDGED = "已由…確認收悉";

    static final String ACKNOWLEDGED_ELSEWHERE = "另一受通知機關已確認收悉";
    static final String LEVEL_DECIDED = "等級審核完成，為第 2 級";
    static final String LEVEL_CHANGED = "等級由第 3 級變更為第 2 級";
    static final String CLOSING_FILED = "已提出結報";
    static final String CLOSING_RECEIVED = "結報已收訖";
    static final String CLOSED = "事件已結案";
    static final String DUE_SOON = "」期限將屆";
    static final String OVERDUE = "」已逾期";

    /** No clause asks for these. */
    static final Pattern WITHOUT_CLAUSE = Pattern.compile("已.*確認收悉$|」期限將屆$|」已逾期$");

    private MailSubject() {}

    /** Key of the procedure's rule that asks for an acknowledgement. */
    static String ruleKey(String subjectText) {
        return subjectText.equals(LATERAL) ? "lateral-notice" : "urgent-notice";
    }
}
