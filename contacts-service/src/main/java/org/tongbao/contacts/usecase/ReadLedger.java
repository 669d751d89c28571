package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.ledger.Line;
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
    public Uni<List<Line>> list(Caller caller, AgencyCode agency, @Nullable UUID before, int limit) {
        return transactions.as(caller, () -> mayRead(caller, agency).chain(() -> ledger.list(agency, before, limit)));
    }

    public Uni<Line> find(Caller caller, AgencyCode agency, UUID id) {
        return transactions.as(caller, () -> mayRead(caller, agency)
                .chain(() -> ledger.find(agency, id))
                .map(found -> found.orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN))));
    }

    private Uni<Void> mayRead(Caller caller, AgencyCode agency) {
        return agencies.reach(Agencies.of(caller), agency)
                .invoke(reach -> {
                    if (!reach.mayRead()) {
                        throw new Refused(Refused.Reason.UNKNOWN);
                    }
                })
                .replaceWithVoid();
    }
}
