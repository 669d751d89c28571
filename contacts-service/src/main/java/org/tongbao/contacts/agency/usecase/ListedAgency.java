package org.tongbao.contacts.agency.usecase;

import org.tongbao.contacts.domain.AgencyAccess;

/** An agency, and how much of it the caller may see. */
public record ListedAgency(AgencyInTree placed, AgencyAccess access) {}
