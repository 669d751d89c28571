package org.tongbao.platform.http;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tongbao.platform.access.Sql;
import org.tongbao.platform.access.Transactions;

/** Forgets idempotency keys after their 24 hours. */
@ApplicationScoped
class IdempotencyCare {
    private final Transactions transactions;

    IdempotencyCare(Transactions transactions) {
        this.transactions = transactions;
    }

    @Scheduled(cron = "0 37 * * * ?", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> forget() {
        return transactions
                .asEngine(
                        () -> Sql.update("delete from idempotency where created_at < app_now() - interval '24 hours'"))
                .replaceWithVoid();
    }
}
