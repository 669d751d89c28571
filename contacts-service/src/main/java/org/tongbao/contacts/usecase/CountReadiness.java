package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tongbao.platform.access.Transactions;

/** How many agencies are not ready, for those who watch. */
@ApplicationScoped
public class CountReadiness {
    private final Transactions transactions;
    private final Readinesses readinesses;

    CountReadiness(Transactions transactions, Readinesses readinesses) {
        this.transactions = transactions;
        this.readinesses = readinesses;
    }

    public Uni<Readinesses.Count> count() {
        return transactions.asEngine(readinesses::count);
    }
}
