package org.tongbao.contacts.ledger.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.domain.EffectiveTime;
import org.tongbao.contacts.domain.Fact;

/**
 * A entry before it is written.
 *
 * @param item the agency's code, or the id of something in its book
 * @param fact null when it is removed
 * @param state pending, in force, or superseded when it was superseded before it was filed
 */
public record NewLedgerEntry(
        AgencyCode agency,
        String kind,
        String item,
        Instant effectiveFrom,
        @Nullable Fact fact,
        boolean late,
        @Nullable String reason,
        EntryState state) {
    /**
     * @param superseded whether something filed for later than this is in force already
     */
    public static NewLedgerEntry of(
            AgencyCode agency,
            String kind,
            String item,
            @Nullable Fact fact,
            EffectiveTime effectiveTime,
            Instant now,
            boolean superseded) {
        EntryState here = superseded ? EntryState.SUPERSEDED : EntryState.IN_FORCE;
        return new NewLedgerEntry(
                agency,
                kind,
                item,
                effectiveTime.from(now),
                fact,
                effectiveTime.isLate(now),
                effectiveTime.reason(),
                effectiveTime.isPending(now) ? EntryState.PENDING : here);
    }
}
