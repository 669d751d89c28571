package org.tongbao.contacts.agency.domain;

import org.tongbao.contracts.procedure.Keyed;

/** 關鍵基礎設施領域. */
public enum CiSector implements Keyed {
    ENERGY,
    WATER,
    COMMUNICATIONS,
    TRANSPORT,
    FINANCE,
    EMERGENCY_AND_HOSPITALS,
    GOVERNMENT,
    SCIENCE_PARKS,
    FOOD
}
