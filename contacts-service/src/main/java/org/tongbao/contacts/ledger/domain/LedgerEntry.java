package org.tongbao.contacts.ledger.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.Agency;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.domain.Fact;
import org.tongbao.contacts.domain.Refused;

/**
 * One entry of the ledger: what holds of an item from an instant on. It is never rewritten, only marked with what became of it.
 *
 * @param change what was filed at once for one instant; it takes effect, and is withdrawn, as one
 * @param item the agency's code, or the id of something in its book
 * @param fact null when it is removed
 * @param refusal why it was refused when its time came
 */
public record LedgerEntry(
        UUID id,
        UUID change,
        AgencyCode agency,
        String kind,
        String item,
        Instant effectiveFrom,
        @Nullable Fact fact,
        Instant filedAt,
        Author filedBy,
        boolean late,
        @Nullable String reason,
        EntryState state,
        @Nullable String refusal) {
    public boolean isOfAgency() {
        return kind.equals(Agency.LEDGER_KIND);
    }

    /** In whose scope it is judged. */
    public AgencyCode scope() {
        return AgencyCode.parse(filedBy.agency()).orElseThrow(() -> new Refused(Refused.Reason.OUTSIDE_SCOPE));
    }
}
