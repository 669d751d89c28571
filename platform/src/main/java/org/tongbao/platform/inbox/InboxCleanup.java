package org.tongbao.platform.inbox;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.sql.Sql;

/** Deletes the ids of events consumed longer ago than the retention of any topic. */
@ApplicationScoped
class InboxCleanup {
    private static final String DELETE_EXPIRED = "delete from inbox where received_at < app_now() - interval '30 days'";

    private final Transactions transactions;

    InboxCleanup(Transactions transactions) {
        this.transactions = transactions;
    }

    @Scheduled(cron = "0 27 * * * ?", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> deleteExpired() {
        return transactions.asEngine(() -> Sql.update(DELETE_EXPIRED)).replaceWithVoid();
    }
}
