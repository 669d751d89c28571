package org.tongbao.contracts.procedure;

/** An agency, named by how it stands to the incident. An agency that several relations name is told once. */
public enum Relation implements Keyed {
    REPORTING_AGENCY,
    /** 上級機關. */
    SUPERIOR,
    /** 監督機關. */
    SUPERVISING,
    /** 資訊局. */
    CITY_BUREAU,
    /** 中央目的事業主管機關. */
    SECTOR_AUTHORITY,
    /** 受通報機關. */
    RECEIVING,
    /** The root of the tree, 資安署. */
    COMPETENT_AUTHORITY,
    /** Whose review it is. */
    REVIEWING,
    /** Who follows in the chain and may take the review over. */
    NEXT_REVIEWING,
    /** 受影響機關: the affected agency of this lateral notice. */
    AFFECTED,
    /** Not an agency but the people: whoever got a notice of this incident that asks for an acknowledgement. */
    ALREADY_TOLD
}
