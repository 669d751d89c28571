package org.tongbao.contacts.ledger.timer;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.tongbao.contacts.ledger.usecase.ApplyDueChanges;
import org.tongbao.platform.time.PeriodicTask;

/** Lets what was filed ahead take effect. Every replica looks; what one holds, the others find done. */
@ApplicationScoped
class ChangeTimer {
    private static final Logger LOG = Logger.getLogger(ChangeTimer.class);

    private final ApplyDueChanges applyDueChanges;
    private final PeriodicTask task;

    ChangeTimer(
            ApplyDueChanges applyDueChanges,
            Vertx vertx,
            @ConfigProperty(name = "tongbao.contacts.apply-changes") Duration period) {
        this.applyDueChanges = applyDueChanges;
        this.task = new PeriodicTask(vertx, "the timer of changes filed ahead", period, this::apply);
    }

    void start(@Observes StartupEvent event) {
        task.start();
    }

    void stop(@Observes ShutdownEvent event) {
        task.stop();
    }

    private Uni<Void> apply() {
        return applyDueChanges.apply().invoke(ChangeTimer::log).replaceWithVoid();
    }

    private static void log(ApplyDueChanges.Round round) {
        if (round.inForce() + round.refused() > 0) {
            LOG.infof("let changes take effect inForce=%d refused=%d", round.inForce(), round.refused());
        }
        round.failed()
                .forEach(it -> LOG.errorf("could not let a change take effect, and will try again change=%s", it));
    }
}
