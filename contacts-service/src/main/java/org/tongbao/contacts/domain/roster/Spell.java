package org.tongbao.contacts.domain.roster;

import java.util.UUID;

/** A contact is on duty for a while. */
public record Spell(UUID contact, Span span) {}
