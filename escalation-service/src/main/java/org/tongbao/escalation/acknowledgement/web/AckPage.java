package org.tongbao.escalation.acknowledgement.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.escalation.acknowledgement.usecase.AckOutcome;
import org.tongbao.escalation.acknowledgement.usecase.AckView;
import org.tongbao.platform.time.Times;

/**
 * What the page shows, Chinese first and English below.
 *
 * @param status of HTTP
 * @param tone {@code ask, done, taken, over, wrong}: decides colour and mark
 * @param notice null when nothing may be shown
 * @param form whether there is something to press
 * @param retryAfterSeconds null unless there were too many tries
 */
public record AckPage(
        int status,
        String tone,
        Text heading,
        Text text,
        @Nullable Notice notice,
        boolean exercise,
        boolean form,
        Text button,
        @Nullable Long retryAfterSeconds) {
    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("M月d日（E）HH:mm", Locale.TAIWAN);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);

    private static final Text TAKE = new Text("我已收悉，由我處理", "I have it, I take care of it");
    private static final Text LOOK = new Text("查看由誰確認", "Show who acknowledged");
    private static final Text AGAIN = new Text("送出", "Send");

    /**
     * @param due null when nothing is due
     */
    public record Notice(
            String number,
            Text title,
            int level,
            String tlp,
            @Nullable Text due) {}

    static AckPage of(AckView view) {
        if (view instanceof AckView.Shown shown) {
            return of(shown);
        }
        return unknown();
    }

    private static AckPage of(AckView.Shown shown) {
        var due = shown.dueAt() == null ? null : time(shown.dueAt());
        var notice = new Notice(shown.number(), shown.title(), shown.level(), mark(shown.tlp()), due);
        return switch (shown.state()) {
            case OPEN ->
                new AckPage(
                        200,
                        "ask",
                        new Text("請確認收悉", "Please acknowledge"),
                        new Text(
                                "按下按鈕才算確認，並表示由您處理。",
                                "Only the button acknowledges, and says that you take care of it."),
                        notice,
                        shown.exercise(),
                        true,
                        TAKE,
                        null);
            case ACKNOWLEDGED ->
                new AckPage(
                        200,
                        "taken",
                        new Text("已有人員確認收悉", "Already acknowledged"),
                        new Text("您不必再確認。", "You need not acknowledge any more."),
                        notice,
                        shown.exercise(),
                        true,
                        LOOK,
                        null);
            case NO_LONGER_VALID -> over(notice, shown.exercise());
        };
    }

    static AckPage of(AckOutcome outcome) {
        if (outcome instanceof AckOutcome.Acknowledged done) {
            var next = new Text("請登入通報系統處理。", "Log in to Tongbao and go on from there.");
            return result("done", new Text("已確認收悉", "Acknowledged"), by(done.number(), done.name(), done.at()), next);
        }
        if (outcome instanceof AckOutcome.AlreadyAcknowledged taken) {
            var next = new Text("您不必再確認。", "You need not acknowledge any more.");
            return result(
                    "taken",
                    new Text("已有人員先確認", "Somebody was first"),
                    by(taken.number(), taken.name(), taken.at()),
                    next);
        }
        if (outcome instanceof AckOutcome.NoLongerValid) {
            return over(null, false);
        }
        if (outcome instanceof AckOutcome.TooSoon) {
            return tooSoon();
        }
        if (outcome instanceof AckOutcome.TooManyTries tries) {
            return tooMany(Math.max(1, tries.retryAfter().toSeconds()));
        }
        return unknown();
    }

    private static AckPage result(String tone, Text heading, Text by, Text next) {
        var text = new Text(by.chinese() + next.chinese(), by.english() + " " + next.english());
        return new AckPage(200, tone, heading, text, null, false, false, AGAIN, null);
    }

    private static Text by(String number, String name, Instant at) {
        var time = time(at);
        return new Text(
                "案件 " + number + " 由" + name + "於 " + time.chinese() + "確認。",
                "Incident " + number + ", by " + name + " on " + time.english() + ".");
    }

    private static AckPage over(@Nullable Notice notice, boolean exercise) {
        return new AckPage(
                410,
                "over",
                new Text("這則通知已結束", "This notice is over"),
                new Text(
                        "已由後續通知取代，或結束超過 24 小時，不必再確認。請登入通報系統查看最新狀況。",
                        "A later notice took its place, or it ended more than 24 hours ago."
                                + " Log in to Tongbao to see how things stand."),
                notice,
                exercise,
                false,
                AGAIN,
                null);
    }

    /** The same for a recipient that does not exist and for a wrong token or code: which of them is not disclosed. */
    static AckPage unknown() {
        return new AckPage(
                404,
                "wrong",
                new Text("連結或確認碼不正確", "Link or code not right"),
                new Text(
                        "尚未確認。請重新開啟信中的連結，或輸入信中的確認碼；仍不行時，請打電話給值勤人員並唸出確認碼。",
                        "Nothing was acknowledged. Open the link in the mail again, or type the code from the mail."
                                + " If that fails, call the duty desk and read the code out."),
                null,
                false,
                true,
                AGAIN,
                null);
    }

    /** A person sees it only after pressing at once; the form asks for the code, which no scanner types. */
    private static AckPage tooSoon() {
        return new AckPage(
                409,
                "wrong",
                new Text("請再確認一次", "Please confirm once more"),
                new Text(
                        "尚未確認。信件剛送達，系統無法分辨是您本人或郵件掃描程式。請輸入信中的確認碼，或過幾秒再開啟信中的連結並按下按鈕。",
                        "Nothing was acknowledged. The mail arrived only just now, so this may have been a program that"
                                + " scans mail. Type the code from the mail, or open its link again in a few seconds and press"
                                + " the button."),
                null,
                false,
                true,
                AGAIN,
                null);
    }

    private static AckPage tooMany(long seconds) {
        return new AckPage(
                429,
                "wrong",
                new Text("嘗試次數過多", "Too many tries"),
                new Text(
                        "尚未確認。請開啟信中的連結並按下按鈕，或於 " + minutes(seconds) + " 分鐘後再輸入確認碼；情況緊急時，請打電話給值勤人員並唸出確認碼。",
                        "Nothing was acknowledged. Open the link in the mail and press the button, or type the code again in "
                                + minutes(seconds)
                                + " min. If it is urgent, call the duty desk and read the code out."),
                null,
                false,
                false,
                AGAIN,
                seconds);
    }

    static AckPage unavailable() {
        return new AckPage(
                503,
                "wrong",
                new Text("系統暫時無法處理", "Temporarily unavailable"),
                new Text(
                        "尚未確認。請稍後再試；情況緊急時，請打電話給值勤人員並唸出確認碼。",
                        "Nothing was acknowledged. Try again soon. If it is urgent, call the duty desk and read the code out."),
                null,
                false,
                false,
                AGAIN,
                5L);
    }

    private static long minutes(long seconds) {
        return (seconds + 59) / 60;
    }

    private static Text time(Instant instant) {
        var local = instant.atZone(Times.TAIPEI);
        return new Text(CHINESE.format(local) + "（臺北時間）", ENGLISH.format(local) + " (Taipei)");
    }

    private static String mark(String tlp) {
        return tlp.startsWith("TLP:") ? tlp : "TLP:" + tlp;
    }
}
