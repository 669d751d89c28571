package org.tongbao.contacts.readiness.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.duty.domain.Interval;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.contracts.procedure.Role;

/**
 * One thing that keeps an agency from being ready.
 *
 * @param role null where it is not about one
 * @param contact whom it is about, null where it is about nobody
 * @param name of that contact
 * @param interval when it is so, null for at all times
 * @param have how many there are, of {@code need}
 * @param clause that demands it, null where it is the suite's own rule
 */
public record Reason(
        Kind kind,
        @Nullable Role role,
        @Nullable UUID contact,
        @Nullable String name,
        @Nullable Interval interval,
        int have,
        int need,
        @Nullable String clause) {
    /** The gravest first. */
    public enum Kind implements Keyed {
        /** The agency's procedure is not known, so nobody knows whom it needs. */
        PROCEDURE_UNKNOWN,
        /** Fewer people hold the role than the procedure demands. */
        ROLE_MISSING,
        /** Whoever is on duty is away, and nobody stands in. */
        NOBODY_STANDS_IN,
        /** Whoever is on duty has only channels by which nothing can be sent yet, such as SMS: he is passed over. */
        CHANNELS_CANNOT_SEND,
        /** Whoever is on duty has fewer than two proven addresses. */
        CHANNELS_UNPROVEN,
        /** The entry was not confirmed for a quarter. */
        ATTESTATION_OVERDUE,
        /** Nobody is named to stand in. */
        DEPUTY_MISSING,
        /** No deputy has two proven addresses. */
        DEPUTY_UNPROVEN,
        /** It is not said which permissions the deputies have. */
        PERMISSIONS_UNSTATED
    }
}
