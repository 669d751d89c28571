package org.tongbao.platform.inbox;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.sql.Batches;
import org.tongbao.platform.sql.Sql;

/** Deletes the ids of events consumed longer ago than the retention of any topic. */
@ApplicationScoped
class InboxCleanup {
    private static final String DELETE_EXPIRED = """
            delete from inbox where (listener, event_id) in (
                select listener, event_id from inbox where received_at < app_now() - interval '30 days'
                order by received_at limit $1)""";

    private final Transactions transactions;

    InboxCleanup(Transactions transactions) {
        this.transactions = transactions;
    }

    @Scheduled(cron = "0 27 * * * ?", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> deleteExpired() {
        return Batches.untilDone(() -> transactions.asEngine(() -> Sql.update(DELETE_EXPIRED, Batches.SIZE)));
    }
}
