package org.tongbao.contacts.channel.domain;

import org.tongbao.contracts.procedure.Keyed;

/** A way to reach a person. */
public enum ChannelType implements Keyed {
    MAIL,
    PHONE,
    MOBILE,
    SMS,
    WEBHOOK;

    /** Whether a person can be notified by it today: by mail, or by somebody who calls. */
    public boolean isNotifiable() {
        return this == MAIL || this == PHONE || this == MOBILE;
    }
}
