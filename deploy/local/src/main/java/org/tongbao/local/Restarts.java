package org.tongbao.local;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Starts a service again that ended although nobody asked for it, and gives up when it keeps dying. */
final class Restarts {
    private final RestartPolicy policy;
    private final RestartReport report;
    private final Executor waiters;
    private final Consumer<ServiceProcess> launch;
    private final Consumer<String> givenUp;
    private final Map<String, Integer> deaths = new HashMap<>();

    /**
     * @param launch starts the process and returns when it is ready
     * @param givenUp told the reason when a service died once more than the policy forgives
     */
    Restarts(
            RestartPolicy policy,
            RestartReport report,
            Executor waiters,
            Consumer<ServiceProcess> launch,
            Consumer<String> givenUp) {
        this.policy = policy;
        this.report = report;
        this.waiters = waiters;
        this.launch = launch;
        this.givenUp = givenUp;
    }

    void died(ServiceProcess service) {
        var reason = service.exitReason();
        policy.pauseAfter(count(service))
                .ifPresentOrElse(pause -> startAfter(pause, service, reason), () -> giveUp(reason));
    }

    private synchronized int count(ServiceProcess service) {
        boolean settled = service.lived().compareTo(policy.settled()) >= 0;
        return deaths.compute(service.name(), (name, before) -> settled || before == null ? 1 : before + 1);
    }

    private void startAfter(Duration pause, ServiceProcess service, String reason) {
        report.restarting(reason, pause);
        var later = CompletableFuture.delayedExecutor(pause.toNanos(), TimeUnit.NANOSECONDS, waiters);
        later.execute(() -> start(service));
    }

    private void start(ServiceProcess service) {
        try {
            launch.accept(service);
            report.restarted(service);
        } catch (LocalStackException e) {
            // A process that died while it started is reported as dead by itself; nothing is started while the stack
            // stops.
            if (service.alive()) {
                report.notReady(String.valueOf(e.getMessage()));
            }
        }
    }

    private void giveUp(String reason) {
        int restarts = policy.pauses().size();
        givenUp.accept("%s; given up after %d restarts in a row, none of which lived for %d s"
                .formatted(reason, restarts, policy.settled().toSeconds()));
    }
}
