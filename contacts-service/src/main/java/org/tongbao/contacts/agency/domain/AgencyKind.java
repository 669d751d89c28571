package org.tongbao.contacts.agency.domain;

import org.tongbao.contracts.procedure.Keyed;

/** What an agency is by law. */
public enum AgencyKind implements Keyed {
    COMPETENT_AUTHORITY,
    CENTRAL_AUTHORITY,
    CITY_GOVERNMENT,
    BUREAU,
    DISTRICT,
    SUBORDINATE,
    ADMINISTRATIVE_CORPORATION,
    SCHOOL,
    CRITICAL_INFRASTRUCTURE_PROVIDER
}
