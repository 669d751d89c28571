package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Reach;
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
        return transactions.as(caller, () -> reach(caller, agency)
                .chain(reach -> ledger.list(agency, before, limit).map(lines -> open(caller, reach, lines))));
    }

    public Uni<Line> find(Caller caller, AgencyCode agency, UUID id) {
        return transactions.as(caller, () -> reach(caller, agency).chain(reach -> ledger.find(agency, id)
                .map(found -> open(caller, reach, found.stream().toList()))
                .map(found -> found.stream().findFirst().orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN)))));
    }

    private Uni<Reach> reach(Caller caller, AgencyCode agency) {
        return agencies.reach(Agencies.of(caller), agency);
    }

    // An agency that is only filed for later is nobody's yet, but for who filed it.
    private static List<Line> open(Caller caller, Reach reach, List<Line> lines) {
        List<Line> open = reach == Reach.NOWHERE
                ? lines.stream()
                        .filter(it -> it.filedBy().agency().equals(caller.agency()))
                        .toList()
                : lines;
        boolean isOpen = reach == Reach.NOWHERE ? !open.isEmpty() : reach.mayRead();
        if (!isOpen) {
            throw new Refused(Refused.Reason.UNKNOWN);
        }
        return open;
    }
}
