package org.tongbao.contacts.roster.domain;

import java.util.UUID;

/** A contact is on duty for a while. */
public record OnCallInterval(UUID contact, Interval interval) {}
