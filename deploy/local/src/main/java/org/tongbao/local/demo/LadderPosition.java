package org.tongbao.local.demo;

import java.util.Set;
import java.util.regex.Pattern;

/** A step of the ladder, as mails and phone tasks explain it to the recipient. */
enum LadderPosition {
    FIRST("您擔任|您此刻輪值|無人輪值|目前請假", "ON_DUTY", "HOLDS_ROLE", "NOBODY_ON_DUTY", "STANDS_IN"),
    DEPUTY("未在時限內確認，您是代理人", "DEPUTY"),
    DEPUTY_OF_UNREACHED("聯絡不上，您是代理人", "DEPUTY_OF_UNREACHED"),
    NEXT_ROLE("您是下一順位", "NEXT_ROLE"),
    DUTY_DESK("因此通知值勤人員", "DUTY_DESK");

    private final Pattern words;
    private final Set<String> reasons;

    LadderPosition(String words, String... reasons) {
        this.words = Pattern.compile(words);
        this.reasons = Set.of(reasons);
    }

    /** Whether the mail says so. */
    boolean explains(NoticeMail mail) {
        return words.matcher(mail.why()).find();
    }

    /** Whether the call sheet says so. */
    boolean is(String because) {
        return reasons.contains(because);
    }
}
