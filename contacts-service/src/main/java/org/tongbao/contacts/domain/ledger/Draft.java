package org.tongbao.contacts.domain.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Fact;
import org.tongbao.contacts.domain.Timing;
import org.tongbao.contacts.domain.agency.AgencyCode;

/**
 * A line before it is written.
 *
 * @param item the agency's code, or the id of something in its book
 * @param fact null when it is removed
 * @param state pending, in force, or superseded when it was overtaken before it was filed
 */
public record Draft(
        AgencyCode agency,
        String kind,
        String item,
        Instant effectiveFrom,
        @Nullable Fact fact,
        boolean late,
        @Nullable String reason,
        State state) {
    /**
     * @param overtaken whether something filed for later than this is in force already
     */
    public static Draft of(
            AgencyCode agency,
            String kind,
            String item,
            @Nullable Fact fact,
            Timing timing,
            Instant now,
            boolean overtaken) {
        State here = overtaken ? State.SUPERSEDED : State.IN_FORCE;
        return new Draft(
                agency,
                kind,
                item,
                timing.from(now),
                fact,
                timing.isLate(now),
                timing.reason(),
                timing.isPending(now) ? State.PENDING : here);
    }
}
