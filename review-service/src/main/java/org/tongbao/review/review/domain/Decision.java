package org.tongbao.review.review.domain;

import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Level;

/**
 * The decision of a reviewer.
 *
 * @param level of a level review: the new one, or null (or the same) to confirm
 * @param basis 審核依據, empty when none was stated
 * @param otherAgencies whether other agencies are affected
 * @param criticalInfrastructure whether critical infrastructure is
 */
public record Decision(
        Outcome outcome,
        @Nullable Level level,
        String basis,
        @Nullable Finding otherAgencies,
        @Nullable Finding criticalInfrastructure,
        @Nullable Support support) {

    /** The answer to a request for support. */
    public record Support(boolean granted, @Nullable String note) {}
}
