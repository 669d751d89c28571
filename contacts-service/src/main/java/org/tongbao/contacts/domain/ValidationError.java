package org.tongbao.contacts.domain;

import org.tongbao.contracts.procedure.Keyed;

/**
 * One thing that is wrong with what was sent.
 *
 * @param place JSON pointer into the body
 * @param subject what it is about, such as an agency's code or a clause; empty when the place says it all
 */
public record ValidationError(String place, Reason reason, String subject) {
    public static ValidationError at(String place, Reason reason) {
        return new ValidationError(place, reason, "");
    }

    /** Why; {@code rest} puts it into words. */
    public enum Reason implements Keyed {
        UNKNOWN_AGENCY,
        UNKNOWN_CONTACT,
        UNKNOWN_PROCEDURE,
        UNKNOWN_ZONE,
        CYCLE,
        SECOND_ROOT,
        NAMED_TWICE,
        OID_OF_ANOTHER,
        OUTSIDE_SCOPE,
        SET_FROM_ABOVE,
        WRONG_MAIL_ADDRESS,
        WRONG_PHONE_NUMBER,
        WRONG_WEB_ADDRESS,
        NEVER_OUTSOURCED,
        ENDS_BEFORE_IT_STARTS,
        OVERLAPS,
        /** Two parts of a roster hold at the same time. */
        OVERLAPS_ITSELF,
        SECOND_ROTATION,
        NOT_ON_DUTY,
        TOO_LONG,
        OWN_DEPUTY,
        /** A deputy may act before a permission is in force (S2 §9). */
        PERMISSION_TOO_LATE,
        UNKNOWN_CHANNEL,
        ROLE_NOT_HELD,
        WRONG_ID,
        MISSING,
        SEVERAL_OF_THE_NAME,
        REASON_MISSING,
        BREAKS_WHAT_IS_PENDING,
        CHILDREN_STAY,
        DISSOLVED_AGENCY,
        TOO_FEW,
        UNKNOWN_SEAT,
        WRONG_CERTIFICATE,
        CERTIFICATE_EXPIRED,
        CERTIFICATE_OF_ANOTHER
    }
}
