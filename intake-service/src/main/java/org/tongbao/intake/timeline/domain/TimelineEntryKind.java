package org.tongbao.intake.timeline.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.tongbao.contracts.Text;

/**
 * The kinds of timeline entries, each with its sentence: placeholders in braces, and in square brackets a part that is left
 * out when one of its placeholders has no value.
 */
public enum TimelineEntryKind {
    REPORTED("通報第 {level} 級資通安全事件 {number}", "reported incident {number} at level {level}"),
    SUPPLEMENTED("補充通報內容", "supplemented the report"),
    AFFECTED_NAMED("指明受影響機關 {affected}", "named {affected} as an affected agency"),
    RESPONDED("{did}", "{didEnglish}"),
    LEVEL_CHANGED(
            "等級由第 {from} 級變更為第 {to} 級，期限自原起算時點重算",
            "changed the level from {from} to {to}; limits were recomputed from their original anchors"),
    OBLIGATION_WARNED(
            "「{obligation}」期限已過 {percent}%，到期 {due}",
            "{percent}% of the limit of {obligationEnglish} has passed, due {due}"),
    OBLIGATION_OVERDUE("「{obligation}」逾期，期限為 {due}", "{obligationEnglish} was missed, it was due {due}"),
    OBLIGATION_MET("「{obligation}」完成", "{obligationEnglish} was met"),
    OBLIGATION_MET_LATE("「{obligation}」逾期後完成，期限為 {due}", "{obligationEnglish} was met late, it was due {due}"),
    REVIEW_OPENED("等候 {authority} 審核[，期限 {due}]", "waits for the review by {authority}[, due {due}]"),
    REVIEW_CONFIRMED("審核完成：維持第 {level} 級", "concluded the review: level {level} stands"),
    REVIEW_RELEVELED("審核完成：改列第 {level} 級", "concluded the review: the level is {level}"),
    REVIEW_MISSED("{authority} 逾審核期限 {due}", "{authority} missed its review, due {due}"),
    REVIEW_TAKEN_OVER("自 {from} 逕行複核", "took the review over from {from}"),
    INFORMATION_REQUESTED("要求提供資料", "requested information"),
    CLOSING_RECEIVED("收訖結報", "received the closing"),
    CLOSING_QUESTIONED("就結報要求說明或調整", "questioned the closing"),
    CLOSED("事件結案", "closed the incident"),
    NOTICE_OPENED(
            "依「{rule}」通知 {recipient}：{told}[（{unreached}）]", "told {recipient} by {rule}: {told}[ ({unreached})]"),
    NOTICE_ESCALATED("因{because}，續行通知：{told}", "told {told}, because {because}"),
    DELIVERY_ENDED(
            "對 {told} 的訊息：{outcome}[，由 {enteredBy} 登錄]",
            "the message to {told} ended: {outcome}[, entered by {enteredBy}]"),
    NOTICE_ACKNOWLEDGED(
            "{recipient} 確認收悉「{rule}」[，由 {enteredBy} 代為登錄]",
            "acknowledged {rule} for {recipient}[, entered by {enteredBy}]"),
    NOTICE_ENDED("對 {recipient} 的「{rule}」結束：{outcome}", "{rule} to {recipient} ended: {outcome}"),
    LATERAL_NOTICE_MET(
            "受影響機關 {affected} 已獲通知：{outcome}[，由 {enteredBy} 登錄]",
            "the affected agency {affected} was reached: {outcome}[, entered by {enteredBy}]");

    private static final Pattern OPTIONAL = Pattern.compile("\\[([^]]*)]");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private final String chinese;
    private final String english;

    TimelineEntryKind(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    Text sentence(Map<String, String> values) {
        return new Text(fill(chinese, values), fill(english, inEnglish(values)));
    }

    /** A value with an English twin is replaced by it. */
    private static Map<String, String> inEnglish(Map<String, String> values) {
        Map<String, String> english = new HashMap<>(values);
        english.replaceAll((key, value) -> values.getOrDefault(key + "English", value));
        return english;
    }

    private static String fill(String sentence, Map<String, String> values) {
        String filled = OPTIONAL.matcher(sentence).replaceAll(part -> known(part.group(1), values) ? "$1" : "");
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    private static boolean known(String part, Map<String, String> values) {
        return PLACEHOLDER.matcher(part).results().allMatch(it -> values.containsKey(it.group(1)));
    }
}
