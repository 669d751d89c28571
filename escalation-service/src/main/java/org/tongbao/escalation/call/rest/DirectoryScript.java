package org.tongbao.escalation.call.rest;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.escalation.call.usecase.DirectoryCall;
import org.tongbao.escalation.directory.domain.DirectoryNotification;
import org.tongbao.platform.time.Times;

/** What to say on the phone of the directory, in both languages. */
final class DirectoryScript {
    private static final int SPOKEN = 3;
    private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("M月d日（E）HH:mm", Locale.TAIWAN);
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("EEEE d MMMM HH:mm", Locale.ENGLISH);

    private DirectoryScript() {}

    static PhoneScript of(DirectoryCall it) {
        String english = it.agencyNameEnglish() == null ? it.agencyName() : it.agencyNameEnglish();
        return new PhoneScript(
                "您好，請問是 %s %s 嗎？這裡是通報系統值勤台。%s"
                        .formatted(it.agencyName(), it.name(), it.notification().accept(new Chinese(it.code()))),
                "Is this %s of %s? This is the duty desk of Tongbao. %s"
                        .formatted(it.name(), english, it.notification().accept(new English(it.code()))));
    }

    private record Chinese(@Nullable String code) implements DirectoryNotification.Visitor<String> {
        @Override
        public String codeRequested(DirectoryNotification.CodeRequested it) {
            String spoken = spelled(code, "（確認碼略）");
            return "我們正在確認這支電話聯絡得到您。請記下確認碼：%s。再說一次：%s。請在 %s 前於通訊錄頁面輸入，或唸給貴機關的通訊錄管理員。"
                    .formatted(spoken, spoken, at(it.validUntil(), ZH));
        }

        @Override
        public String shiftStarting(DirectoryNotification.ShiftStarting it) {
            String instead = it.insteadOf() == null ? "" : "由您代理請假的" + it.insteadOf() + "，";
            return "%s您將於 %s 開始輪值，到 %s 為止。請保持電話與信箱可聯絡；如不能輪值，請立即告知貴機關的通訊錄管理員。"
                    .formatted(instead, at(it.from(), ZH), at(it.until(), ZH));
        }

        @Override
        public String dutyChanged(DirectoryNotification.DutyChanged it) {
            return "您的輪值有異動。%s%s請到通報系統核對，如有錯誤請告知貴機關的通訊錄管理員。"
                    .formatted(shifts("新增 %d 班：%s。", it.added(), ZH), shifts("取消 %d 班：%s。", it.removed(), ZH));
        }

        @Override
        public String attestationDue(DirectoryNotification.AttestationDue it) {
            return "您的聯絡資料須確認，期限 %s。請登入通報系統確認，或請貴機關的通訊錄管理員代為確認。".formatted(at(it.dueAt(), ZH));
        }

        @Override
        public String readinessReported(DirectoryNotification.ReadinessReported it) {
            return "貴機關可聯絡程度為 %d 分（滿分 100），未就緒的所屬機關有 %d 個。%s請到通訊錄補正。"
                    .formatted(
                            it.score(),
                            it.belowNotReady(),
                            it.reasons().stream()
                                    .limit(SPOKEN)
                                    .map(Text::chinese)
                                    .collect(Collectors.joining()));
        }
    }

    private record English(@Nullable String code) implements DirectoryNotification.Visitor<String> {
        @Override
        public String codeRequested(DirectoryNotification.CodeRequested it) {
            String spoken = spelled(code, "(code not shown)");
            return "We are checking that this number reaches you. Please write down a code: %s. Once more: %s. Type it in on the directory page by %s, or read it to the directory administrator of your agency."
                    .formatted(spoken, spoken, at(it.validUntil(), EN));
        }

        @Override
        public String shiftStarting(DirectoryNotification.ShiftStarting it) {
            String instead = it.insteadOf() == null ? "" : " for " + it.insteadOf() + ", who is absent";
            return "You go on duty on %s%s, until %s. Please keep phone and mail within reach. If you cannot take it, tell your directory administrator now."
                    .formatted(at(it.from(), EN), instead, at(it.until(), EN));
        }

        @Override
        public String dutyChanged(DirectoryNotification.DutyChanged it) {
            return "Your roster has changed. %s%sPlease check it in Tongbao, and tell your directory administrator if something is wrong."
                    .formatted(
                            shifts("New shifts, %d: %s. ", it.added(), EN),
                            shifts("Shifts no longer yours, %d: %s. ", it.removed(), EN));
        }

        @Override
        public String attestationDue(DirectoryNotification.AttestationDue it) {
            return "Your contact data must be confirmed; it is due on %s. Please confirm it in Tongbao, or ask the directory administrator of your agency to."
                    .formatted(at(it.dueAt(), EN));
        }

        @Override
        public String readinessReported(DirectoryNotification.ReadinessReported it) {
            return "The readiness of your agency is %d of 100, and %d agencies below it are not ready. %s Please put it right in the directory."
                    .formatted(
                            it.score(),
                            it.belowNotReady(),
                            it.reasons().stream()
                                    .limit(SPOKEN)
                                    .map(Text::english)
                                    .collect(Collectors.joining(" ")));
        }
    }

    private static String spelled(@Nullable String code, String hidden) {
        return code == null
                ? hidden
                : code.codePoints().mapToObj(Character::toString).collect(Collectors.joining(" "));
    }

    /** The first few are read aloud, the others stand in the roster. */
    private static String shifts(String sentence, List<DirectoryNotification.Shift> shifts, DateTimeFormatter format) {
        if (shifts.isEmpty()) {
            return "";
        }
        return sentence.formatted(
                shifts.size(),
                shifts.stream()
                        .limit(SPOKEN)
                        .map(it -> at(it.from(), format) + " – " + at(it.until(), format))
                        .collect(Collectors.joining(" / ")));
    }

    private static String at(Instant time, DateTimeFormatter format) {
        return format.format(time.atZone(Times.TAIPEI));
    }
}
