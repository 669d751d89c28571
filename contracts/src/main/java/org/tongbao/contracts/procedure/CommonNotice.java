package org.tongbao.contracts.procedure;

import org.tongbao.contracts.Text;

/** A notice that no procedure writes, since it is the same under each. Its key stands where a rule's would. */
public enum CommonNotice implements Named {
    /** Asks the duty desk whether many affected agencies are to be told. */
    LATERAL_CONFIRMATION("橫向通報對象確認", "Confirm whom to tell"),
    /** Tells the competent authority what reached nobody. */
    NOBODY_TO_TELL("無人可通知，請立即處置", "Nobody could be told");

    private final Text text;

    CommonNotice(String chinese, String english) {
        text = new Text(chinese, english);
    }

    @Override
    public Text text() {
        return text;
    }
}
