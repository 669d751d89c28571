package org.tongbao.escalation.notice.domain;

import java.util.Locale;

/** How a person showed that he knows. */
public enum AcknowledgementMethod {
    MAIL_LINK,
    MAIL_CODE,
    PHONE_CODE,
    PHONE_ANSWERED,
    PORTAL,
    REPLIED;

    /** The word of the events. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
