package org.tongbao.contacts.usecase;

import org.tongbao.contacts.domain.Reach;

/** An agency, and how much of it the caller may see. */
public record ListedAgency(PlacedAgency placed, Reach reach) {}
