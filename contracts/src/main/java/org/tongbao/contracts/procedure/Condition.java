package org.tongbao.contracts.procedure;

/** A fact of an incident that makes an obligation or a notice apply. */
public enum Condition implements Keyed {
    /** At least one other agency is affected or competent. */
    AFFECTED_AGENCIES,
    /** Personal data leaked. */
    PERSONAL_DATA,
    /** The report was filed without the approval of the CISO or a delegate. */
    APPROVAL_MISSING,
    /** Reported by phone or fax because the prescribed way was not possible. */
    FILED_OFFLINE,
    /** The agency reports to a central agency. */
    REPORTS_TO_CENTRAL_AGENCY,
    /** 除設備故障外: the cause is not a broken device. */
    NOT_EQUIPMENT_FAILURE,
    /** Evidence was collected or malware was found. */
    MALWARE_FOUND,
    /** A superior, supervising agency or the city bureau designated the incident for tracking. */
    DESIGNATED,
    /** Support was granted by the city bureau. */
    SUPPORT_GRANTED
}
