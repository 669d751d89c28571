package org.tongbao.contacts.readiness.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tongbao.platform.access.Transactions;

/** How many agencies are not ready, for those who watch. */
@ApplicationScoped
public class CountReadiness {
    private final Transactions transactions;
    private final ReadinessResults readinessResults;

    CountReadiness(Transactions transactions, ReadinessResults readinessResults) {
        this.transactions = transactions;
        this.readinessResults = readinessResults;
    }

    public Uni<ReadinessResults.Count> count() {
        return transactions.asEngine(readinessResults::count);
    }
}
