package org.tongbao.contracts.procedure;

import org.tongbao.contracts.Text;

/** A way to reach a person. */
public enum Channel implements Named {
    MAIL("電子郵件", "mail"),
    /** A call that the duty desk makes and answers for. */
    PHONE_TASK("電話通報", "phone task"),
    SMS("簡訊", "SMS"),
    WEBHOOK("網路回呼", "webhook");

    private final Text text;

    Channel(String chinese, String english) {
        text = new Text(chinese, english);
    }

    /** Whether anything can be sent by it yet: nobody is reached by a channel that has no adapter. */
    public boolean canSend() {
        return this == MAIL || this == PHONE_TASK;
    }

    @Override
    public Text text() {
        return text;
    }
}
