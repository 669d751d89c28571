package org.tongbao.escalation.call.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongbao.contracts.Text;
import org.tongbao.contracts.procedure.Source;
import org.tongbao.escalation.call.usecase.NoticeCall;
import org.tongbao.platform.time.Times;

/** What to say on the phone, in both languages. No incident content is spoken. */
record PhoneScript(
        @JsonProperty("zh-TW") String chinese,
        @JsonProperty("en") String english) {
    private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.TAIWAN);
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("d MMMM HH:mm", Locale.ENGLISH);

    static PhoneScript of(NoticeCall it) {
        return new PhoneScript(chinese(it), english(it));
    }

    private static String chinese(NoticeCall it) {
        String drill = it.exercise() ? "這是演練。" : "";
        String due = due(it, ZH).map(at -> "請於 " + at + " 前處理。").orElse("");
        return "%s您好，請問是 %s %s 嗎？這裡是資通安全通報值勤台。%s：事件編號 %s，第 %d 級（TLP:%s）%s。%s%s%s"
                .formatted(
                        drill,
                        it.agencyName(),
                        it.name(),
                        it.title().chinese(),
                        it.number(),
                        it.level(),
                        it.tlp(),
                        it.clause().equals(Source.OWN_DESIGN.key()) ? "" : "，依 " + it.clause() + " 通知您",
                        unreached(it, "未能通知：", Text::chinese, "。"),
                        due,
                        "若您已收到通知郵件，請唸出信中的六碼確認代碼；未收到郵件也請告知您已收悉。電話中請勿談論事件內容。");
    }

    private static String english(NoticeCall it) {
        String drill = it.exercise() ? "This is an exercise. " : "";
        String due = due(it, EN).map(at -> " Please act by " + at + ".").orElse("");
        return "%sIs this %s of %s? This is the cyber-security duty desk. %s: incident %s, level %d (TLP:%s)%s.%s%s %s"
                .formatted(
                        drill,
                        it.name(),
                        it.agencyName(),
                        it.title().english(),
                        it.number(),
                        it.level(),
                        it.tlp(),
                        it.clause().equals(Source.OWN_DESIGN.key()) ? "" : ", under " + it.clause(),
                        unreached(it, " Not reached: ", Text::english, "."),
                        due,
                        "If you have the mail, please read out its six-character code; without it, please say that you"
                                + " have taken note. Please do not speak of the incident itself on the phone.");
    }

    private static String unreached(NoticeCall it, String label, Function<Text, String> language, String end) {
        return it.unreached().isEmpty()
                ? ""
                : it.unreached().stream()
                        .map(one -> language.apply(one.title()) + ": "
                                + language.apply(one.reason().text()))
                        .distinct()
                        .collect(Collectors.joining("; ", label, end));
    }

    private static Optional<String> due(NoticeCall it, DateTimeFormatter format) {
        Instant due = it.answerDueAt();
        return due == null ? Optional.empty() : Optional.of(format.format(due.atZone(Times.TAIPEI)));
    }
}
