package org.tongbao.platform.time;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jboss.logging.Logger;

/**
 * Asks the database every five seconds what time it is. {@code tongbao.clock.difference.seconds} tells how far this machine's
 * clock is ahead of it. No instant is worked out from the machine's clock, but logs are, and where the two differ by more
 * than a second one of them is wrong.
 */
@ApplicationScoped
class ClockComparison {
    static final Duration ALARM = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(ClockComparison.class);
    private static final Duration PERIOD = Duration.ofSeconds(5);
    private static final double MILLIS = 1000;

    private final Pool pool;
    private final Clock clock;
    private final PeriodicTask task;
    private volatile Duration ahead = Duration.ZERO;

    ClockComparison(Vertx vertx, Pool pool, Clock clock, MeterRegistry metrics) {
        this.pool = pool;
        this.clock = clock;
        this.task = new PeriodicTask(vertx, "the comparison of clocks", PERIOD, this::compare);
        metrics.gauge("tongbao.clock.difference.seconds", this, it -> it.ahead.toMillis() / MILLIS);
    }

    void start(@Observes StartupEvent event) {
        task.start();
    }

    void stop(@Observes ShutdownEvent event) {
        task.stop();
    }

    private Uni<Void> compare() {
        return pool.withConnection(this::ask);
    }

    private Uni<Void> ask(SqlConnection connection) {
        long asked = System.nanoTime();
        return connection
                .preparedQuery("select app_now()")
                .execute()
                .invoke(rows -> heard(rows.iterator().next().getOffsetDateTime(0), asked))
                .replaceWithVoid();
    }

    private void heard(OffsetDateTime database, long asked) {
        Duration took = Duration.ofNanos(System.nanoTime() - asked);
        Duration correction = clock.follow(database.toInstant(), asked, took);
        if (correction.abs().compareTo(ALARM) > 0) {
            LOG.warnf("the database's clock is other than it was expected to be, and counts correction=%s", correction);
        }
        Duration before = ahead;
        ahead = clock.machineAhead();
        if (ahead.abs().compareTo(ALARM) > 0 && before.abs().compareTo(ALARM) <= 0) {
            LOG.errorf("this machine's clock and the database's differ ahead=%s", ahead);
        }
    }
}
