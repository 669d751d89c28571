package org.tongbao.contacts.readiness.domain;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.duty.domain.Interval;
import org.tongbao.contracts.Text;
import org.tongbao.contracts.Zones;
import org.tongbao.contracts.procedure.Role;

/** A reason as a sentence that says what to do, with times as the clock on the wall in Taipei. */
public final class ReasonTexts {
    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.TAIWAN);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private ReasonTexts() {}

    public static Text of(Reason it) {
        String name = it.name() == null ? "" : it.name();
        Role role = it.role();
        String zh = role == null ? "" : role.text().chinese();
        String en = role == null ? "" : role.text().english();
        String by = it.clause() == null ? "" : "（" + it.clause() + "）";
        String under = it.clause() == null ? "" : " (" + it.clause() + ")";
        return switch (it.kind()) {
            case PROCEDURE_UNKNOWN ->
                new Text("機關的作業程序不在系統中：請設定有效的作業程序。", "The agency's procedure is not known here: set one that is.");
            case ROLE_MISSING ->
                new Text(
                        "%s只有 %d 位，應有 %d 位%s：請再登錄 %d 位。".formatted(zh, it.have(), it.need(), by, it.need() - it.have()),
                        "%s: %d of %d on file%s; file %d more."
                                .formatted(en, it.have(), it.need(), under, it.need() - it.have()));
            case NOBODY_STANDS_IN ->
                new Text(
                        "%s%s值勤時請假而無人代理%s：請指定代理人或改派。".formatted(name, times(it.interval(), true), by),
                        "%s is away while on duty as %s%s and nobody stands in%s; name a stand-in or a deputy."
                                .formatted(name, en, times(it.interval(), false), under));
            case CHANNELS_CANNOT_SEND ->
                new Text(
                        "%s擔任%s%s，登錄的聯絡方式（簡訊、網路回呼）尚無法發送，通知時會略過：請登錄電子郵件與電話。"
                                .formatted(name, zh, times(it.interval(), true)),
                        "%s is on duty as %s%s with channels only by which nothing can be sent yet (SMS, webhook) and is passed over; file a mail address and a phone number."
                                .formatted(name, en, times(it.interval(), false)));
            case CHANNELS_UNPROVEN ->
                new Text(
                        "%s擔任%s%s，已查證的聯絡方式只有 %d 種，應有 %d 種：請寄送查證碼並輸入。"
                                .formatted(name, zh, times(it.interval(), true), it.have(), it.need()),
                        "%s is on duty as %s%s with %d of %d verified channels; send a code to one more and type it in."
                                .formatted(name, en, times(it.interval(), false), it.have(), it.need()));
            case ATTESTATION_OVERDUE ->
                new Text(
                        "%s的聯絡資料應於%s前重新確認：請確認或更正。".formatted(name, at(it.interval(), true)),
                        "The entry of %s was to be confirmed by %s; confirm or correct it."
                                .formatted(name, at(it.interval(), false)));
            case DEPUTY_MISSING ->
                new Text(
                        "%s（%s）%s沒有代理人%s：請事先指定。".formatted(name, zh, times(it.interval(), true), by),
                        "%s (%s) has no deputy%s%s; name one beforehand."
                                .formatted(name, en, times(it.interval(), false), under));
            case DEPUTY_UNPROVEN ->
                new Text(
                        "%s（%s）的代理人都沒有兩種已查證的聯絡方式：請查證。".formatted(name, zh),
                        "No deputy of %s (%s) has two verified channels; verify them.".formatted(name, en));
            case PERMISSIONS_UNSTATED ->
                new Text(
                        "%s（%s）的代理人未載明已生效的權限%s：請填列權限與生效時間。".formatted(name, zh, by),
                        "It is not stated which permissions the deputies of %s (%s) have%s; list them with the time they took effect."
                                .formatted(name, en, under));
        };
    }

    private static String times(@Nullable Interval interval, boolean chinese) {
        if (interval == null) {
            return "";
        }
        var format = chinese ? CHINESE : ENGLISH;
        String from = format.format(interval.from().atZone(Zones.TAIPEI));
        String until = format.format(interval.until().atZone(Zones.TAIPEI));
        return chinese ? "（" + from + " 至 " + until + "）" : " (" + from + " to " + until + " Taipei)";
    }

    private static String at(@Nullable Interval interval, boolean chinese) {
        Instant from = interval == null ? Instant.EPOCH : interval.from();
        return (chinese ? CHINESE : ENGLISH).format(from.atZone(Zones.TAIPEI)) + (chinese ? "" : " Taipei");
    }
}
