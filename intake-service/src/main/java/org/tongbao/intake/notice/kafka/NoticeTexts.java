package org.tongbao.intake.notice.kafka;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.contracts.event.NoticeOpened;
import org.tongbao.contracts.event.NoticeOpened.Told;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.contracts.procedure.Role;
import org.tongbao.contracts.procedure.Source;
import org.tongbao.contracts.procedure.UnreachedReason;

/** Names, in both languages, of the codes in escalation's events. An unknown code is shown as it is. */
final class NoticeTexts {
    private static final Map<String, Text> REASONS = Map.of(
            "NOT_ACKNOWLEDGED", new Text("逾時無人確認", "nobody acknowledged in time"),
            "REFUSED", new Text("訊息無法送達", "a message could not be delivered"),
            "NOBODY_IN_ROLE", new Text("該職務無人可通知", "nobody in the role can be told"),
            "NOT_ANSWERED", new Text("電話無人接聽", "the call was not answered"),
            "ACKNOWLEDGEMENT_STALE", new Text("確認後未見處理", "an acknowledgement led to nothing"));

    private static final Map<String, Text> OUTCOMES = Map.ofEntries(
            Map.entry("ACCEPTED", new Text("郵件伺服器已收下", "taken over by the mail server")),
            Map.entry("ANSWERED", new Text("已接聽", "answered")),
            Map.entry("NO_ANSWER", new Text("無人接聽", "not answered")),
            Map.entry("WRONG_NUMBER", new Text("號碼錯誤", "wrong number")),
            Map.entry("BOUNCED", new Text("遭退信", "bounced")),
            Map.entry("PERMANENT", new Text("無法送達", "could not be delivered")),
            Map.entry("SUPERSEDED", new Text("不再需要", "no longer needed")),
            Map.entry("INFORMED", new Text("已告知", "everybody was informed")),
            Map.entry("EXHAUSTED", new Text("已通知所有人，仍無人確認", "everybody was told and nobody acknowledged")),
            Map.entry("CONFIRMED", new Text("值勤人員決定通報", "the duty desk had them told")),
            Map.entry("DECLINED", new Text("值勤人員決定不通報", "the duty desk decided against telling them")),
            Map.entry("PHONE_ANSWERED", new Text("已接聽電話", "answered the phone")),
            Map.entry("REPLIED", new Text("已回復", "replied")),
            Map.entry("AFFECTED", new Text("受影響", "affected")),
            Map.entry("NOT_AFFECTED", new Text("未受影響", "not affected")),
            Map.entry("UNKNOWN", new Text("不明", "unknown")));

    private NoticeTexts() {}

    /** Null where no clause asks for the notice. */
    static @Nullable String clause(String clause) {
        return clause.equals(Source.OWN_DESIGN.key()) ? null : clause;
    }

    static Text because(String word) {
        return named(REASONS, word);
    }

    static Text outcome(String word) {
        return named(OUTCOMES, word);
    }

    /** With the reason given by the relay or the desk. */
    static Text outcome(String word, @Nullable String reason) {
        Text outcome = outcome(word);
        return reason == null || word.equals("SUPERSEDED")
                ? outcome
                : new Text(outcome.chinese() + "（" + reason + "）", outcome.english() + " (" + reason + ")");
    }

    /** How an affected agency answered. */
    static Text answer(String how, @Nullable String reply) {
        Text answered = outcome(how);
        if (reply == null) {
            return answered;
        }
        Text said = outcome(reply);
        return new Text(answered.chinese() + "：" + said.chinese(), answered.english() + ": " + said.english());
    }

    /** Why nobody could be told, and in which agency. */
    static Text unreached(List<NoticeOpened.Unreached> reasons) {
        return new Text(
                reasons.stream()
                        .map(it -> reason(it).chinese() + (it.agency() == null ? "" : "：" + it.agency()))
                        .distinct()
                        .collect(Collectors.joining("；")),
                reasons.stream()
                        .map(it -> reason(it).english() + (it.agency() == null ? "" : ": " + it.agency()))
                        .distinct()
                        .collect(Collectors.joining("; ")));
    }

    private static Text reason(NoticeOpened.Unreached it) {
        return Arrays.stream(UnreachedReason.values())
                .filter(known -> known.name().equals(it.reason()))
                .findFirst()
                .map(UnreachedReason::text)
                .orElseGet(() -> new Text(it.reason(), it.reason()));
    }

    static Text people(List<Told> told) {
        return told.isEmpty()
                ? new Text("（無人）", "nobody")
                : new Text(
                        joined(
                                told,
                                it -> "%s（%s %s）"
                                        .formatted(
                                                it.name(),
                                                it.agency(),
                                                role(it.role()).chinese()),
                                "、"),
                        joined(
                                told,
                                it -> "%s (%s %s)"
                                        .formatted(
                                                it.name(),
                                                it.agency(),
                                                role(it.role()).english()),
                                ", "));
    }

    private static Text role(String key) {
        return Keyed.find(Role.class, key).map(Role::text).orElseGet(() -> new Text(key, key));
    }

    private static String joined(List<Told> told, Function<Told, String> name, String between) {
        return told.stream().map(name).distinct().collect(Collectors.joining(between));
    }

    private static Text named(Map<String, Text> names, String word) {
        return names.getOrDefault(word, new Text(word, word));
    }
}
