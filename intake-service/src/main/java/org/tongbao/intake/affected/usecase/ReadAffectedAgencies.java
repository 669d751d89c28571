package org.tongbao.intake.affected.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tongbao.intake.incident.usecase.IncidentReader;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;

/** Reads the affected agencies of an incident. */
@ApplicationScoped
public class ReadAffectedAgencies {
    private final Transactions transactions;
    private final IncidentReader incidents;
    private final AffectedAgencies affected;

    ReadAffectedAgencies(Transactions transactions, IncidentReader incidents, AffectedAgencies affected) {
        this.transactions = transactions;
        this.incidents = incidents;
        this.affected = affected;
    }

    public Uni<List<AffectedAgencies.Named>> read(Caller caller, UUID id) {
        return transactions.as(
                caller, () -> incidents.read(caller, id, "affected-agencies").chain(() -> affected.of(id)));
    }
}
