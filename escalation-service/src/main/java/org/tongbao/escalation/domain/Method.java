package org.tongbao.escalation.domain;

import java.util.Locale;

/** How a person showed that he knows. */
public enum Method {
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
