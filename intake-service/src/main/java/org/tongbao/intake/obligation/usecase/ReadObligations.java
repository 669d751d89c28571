package org.tongbao.intake.obligation.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.tongbao.intake.incident.usecase.IncidentReader;
import org.tongbao.intake.incident.usecase.StoredIncident;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;

/** Reads the obligations of an incident. */
@ApplicationScoped
public class ReadObligations {
    private final Transactions transactions;
    private final IncidentReader incidents;

    ReadObligations(Transactions transactions, IncidentReader incidents) {
        this.transactions = transactions;
        this.incidents = incidents;
    }

    public Uni<StoredIncident> read(Caller caller, UUID id) {
        return transactions.as(caller, () -> incidents.read(caller, id, "obligations"));
    }
}
