package org.tongbao.platform.inbox;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tongbao.platform.access.Sql;
import org.tongbao.platform.access.Transactions;

/** Forgets events taken in longer ago than any topic keeps its records. */
@ApplicationScoped
class InboxCare {
    private final Transactions transactions;

    InboxCare(Transactions transactions) {
        this.transactions = transactions;
    }

    @Scheduled(cron = "0 27 * * * ?", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> forget() {
        return transactions
                .asEngine(() -> Sql.update("delete from inbox where received_at < app_now() - interval '30 days'"))
                .replaceWithVoid();
    }
}
