package org.tongbao.intake.incident.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;

/** Reads one incident. */
@ApplicationScoped
public class ReadIncident {
    private final Transactions transactions;
    private final IncidentReader incidents;

    ReadIncident(Transactions transactions, IncidentReader incidents) {
        this.transactions = transactions;
        this.incidents = incidents;
    }

    public Uni<StoredIncident> read(Caller caller, UUID id) {
        return transactions.as(caller, () -> incidents.read(caller, id, "incident"));
    }
}
