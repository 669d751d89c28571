package org.tongbao.contacts.channel.domain;

import java.util.Optional;

/** Knows which phone numbers exist. */
public interface PhoneNumbers {
    /** The number as it is kept and shown, {@code +886-2-5555-0101}; empty when there can be no such number. */
    Optional<String> written(String typed);
}
