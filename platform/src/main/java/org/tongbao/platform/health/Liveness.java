package org.tongbao.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.tongbao.platform.time.PeriodicTask;

/**
 * Down when only a restart helps: a periodic task or an event loop no longer comes back. A database or broker that is away is
 * waited for; restarting for it would lose what is warm and gain nothing.
 */
@org.eclipse.microprofile.health.Liveness
@ApplicationScoped
class Liveness implements HealthCheck {
    private final EventLoops loops;

    Liveness(EventLoops loops) {
        this.loops = loops;
    }

    @Override
    public HealthCheckResponse call() {
        List<String> stuck = PeriodicTask.stuck();
        int silent = loops.silent();
        return HealthCheckResponse.named("beats and event loops")
                .status(stuck.isEmpty() && silent == 0)
                .withData("stuck", String.join(", ", stuck))
                .withData("silent event loops", silent)
                .build();
    }
}
