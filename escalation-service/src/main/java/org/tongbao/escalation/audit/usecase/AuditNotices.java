package org.tongbao.escalation.audit.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tongbao.platform.access.Transactions;

/** Looks once a minute whether every open notice has a future, repairs what has none, and counts. */
@ApplicationScoped
public class AuditNotices {
    private final Transactions transactions;
    private final Audit audit;

    AuditNotices(Transactions transactions, Audit audit) {
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * @param repaired what would never have been looked at again
     */
    public record Report(int repaired, Audit.Findings findings) {}

    public Uni<Report> audit() {
        return transactions.asEngine(
                () -> audit.repair().chain(repaired -> audit.look().map(found -> new Report(repaired, found))));
    }
}
