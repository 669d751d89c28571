package org.tongbao.intake.incident.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.journal.Journal;

/** Lists the incidents visible to a caller; a listing with level 3 or 4 is journaled. */
@ApplicationScoped
public class ListIncidents {
    private static final int SEVERE = 3;

    private final Transactions transactions;
    private final Incidents incidents;
    private final Journal journal;

    ListIncidents(Transactions transactions, Incidents incidents, Journal journal) {
        this.transactions = transactions;
        this.incidents = incidents;
        this.journal = journal;
    }

    public Uni<List<Incidents.ListedIncident>> list(Caller caller, Incidents.ListQuery query) {
        return transactions.as(
                caller, () -> incidents.list(caller, query).call(listed -> journalSevereRead(caller, listed)));
    }

    private Uni<Void> journalSevereRead(Caller caller, List<Incidents.ListedIncident> listed) {
        var severe = listed.stream()
                .filter(it -> it.level() >= SEVERE)
                .map(it -> it.id().toString())
                .toList();
        return severe.isEmpty()
                ? Uni.createFrom().voidItem()
                : journal.record(
                        caller,
                        new Journal.Entry("incidents-listed", caller.agency(), null, null, Map.of("severe", severe)));
    }
}
