package org.tongbao.escalation.audit.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tongbao.platform.access.Transactions;

/** Checks once a minute whether every open notice has a future, repairs what has none, and counts. */
@ApplicationScoped
public class AuditNotices {
    private final Transactions transactions;
    private final Audit audit;

    AuditNotices(Transactions transactions, Audit audit) {
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * @param repaired what would never have been due again
     */
    public record Report(int repaired, Audit.Findings findings) {}

    public Uni<Report> audit() {
        return transactions.asEngine(
                () -> audit.repair().chain(repaired -> audit.findings().map(found -> new Report(repaired, found))));
    }
}
