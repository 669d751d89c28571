package org.tongbao.contacts.duty.domain;

import java.util.UUID;

/** A contact is on duty for a while. */
public record OnCallInterval(UUID contact, Interval interval) {}
