package org.tongbao.platform.health;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Ready when the database answers: without it no caller gets an answer. Neither broker nor mail relay is needed for one. */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
class Readiness implements AsyncHealthCheck {
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final Pool pool;

    Readiness(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return pool.withConnection(connection -> connection.query("select 1").execute())
                // The limit ends the waiting, not the question: a cancelled one would not give its connection back.
                .memoize()
                .indefinitely()
                .map(answered -> HealthCheckResponse.up("database"))
                .ifNoItem()
                .after(LIMIT)
                .recoverWithItem(() -> HealthCheckResponse.down("database"))
                .onFailure()
                .recoverWithItem(failure -> HealthCheckResponse.down("database"));
    }
}
