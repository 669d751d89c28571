package org.tongbao.contacts.ledger.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.usecase.Agencies;
import org.tongbao.contacts.domain.AgencyAccess;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.ledger.domain.LedgerEntry;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;

/** Reads what was filed about an agency and its people, and what became of it. */
@ApplicationScoped
public class ReadLedger {
    private final Transactions transactions;
    private final Agencies agencies;
    private final Ledger ledger;

    ReadLedger(Transactions transactions, Agencies agencies, Ledger ledger) {
        this.transactions = transactions;
        this.agencies = agencies;
        this.ledger = ledger;
    }

    /** Newest first, one more than the limit when there are more. */
    public Uni<List<LedgerEntry>> list(Caller caller, AgencyCode agency, @Nullable UUID before, int limit) {
        return transactions.as(caller, () -> access(caller, agency)
                .chain(access -> ledger.list(agency, before, limit).map(entries -> open(caller, access, entries))));
    }

    public Uni<LedgerEntry> find(Caller caller, AgencyCode agency, UUID id) {
        return transactions.as(caller, () -> access(caller, agency).chain(access -> ledger.find(agency, id)
                .map(found -> open(caller, access, found.stream().toList()))
                .map(found -> found.stream().findFirst().orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN)))));
    }

    private Uni<AgencyAccess> access(Caller caller, AgencyCode agency) {
        return agencies.access(Agencies.of(caller), agency);
    }

    // An agency that is only filed for later is nobody's yet, but for who filed it.
    private static List<LedgerEntry> open(Caller caller, AgencyAccess access, List<LedgerEntry> entries) {
        List<LedgerEntry> open = access == AgencyAccess.NOWHERE
                ? entries.stream()
                        .filter(it -> it.filedBy().agency().equals(caller.agency()))
                        .toList()
                : entries;
        boolean isOpen = access == AgencyAccess.NOWHERE ? !open.isEmpty() : access.mayRead();
        if (!isOpen) {
            throw new Refused(Refused.Reason.UNKNOWN);
        }
        return open;
    }
}
