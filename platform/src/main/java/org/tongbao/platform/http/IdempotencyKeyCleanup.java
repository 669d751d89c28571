package org.tongbao.platform.http;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.sql.Batches;
import org.tongbao.platform.sql.Sql;

/** Deletes idempotency keys after their 24 hours. */
@ApplicationScoped
class IdempotencyKeyCleanup {
    private static final String DELETE_EXPIRED = """
            delete from idempotency where (agency, key) in (
                select agency, key from idempotency where created_at < app_now() - interval '24 hours'
                order by created_at limit $1)""";

    private final Transactions transactions;

    IdempotencyKeyCleanup(Transactions transactions) {
        this.transactions = transactions;
    }

    @Scheduled(cron = "0 37 * * * ?", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> deleteExpired() {
        return Batches.untilDone(() -> transactions.asEngine(() -> Sql.update(DELETE_EXPIRED, Batches.SIZE)));
    }
}
