package org.tongbao.contacts.domain.roster;

import java.util.UUID;

/** A contact is on duty for a while. */
public record OnCallInterval(UUID contact, Interval interval) {}
