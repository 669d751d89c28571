package org.tongbao.contacts.domain.people;

import org.tongbao.contracts.procedure.Keyed;

/** A way to reach a person. */
public enum ChannelType implements Keyed {
    MAIL,
    PHONE,
    MOBILE,
    SMS,
    WEBHOOK
}
