package org.tongbao.intake.response.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tongbao.intake.incident.usecase.IncidentReader;
import org.tongbao.intake.response.domain.ResponseKind;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;

/** Reads the response records of one kind. */
@ApplicationScoped
public class ReadResponses {
    private final Transactions transactions;
    private final IncidentReader incidents;
    private final ResponseRecords records;

    ReadResponses(Transactions transactions, IncidentReader incidents, ResponseRecords records) {
        this.transactions = transactions;
        this.incidents = incidents;
        this.records = records;
    }

    public Uni<List<ResponseRecords.ResponseRecord>> read(Caller caller, UUID id, ResponseKind kind) {
        return transactions.as(
                caller, () -> incidents.read(caller, id, kind.key()).chain(() -> records.of(id, kind)));
    }
}
