package org.tongbao.local.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Polls the running suite. */
final class Poll {
    private static final long INTERVAL_MILLIS = 50;

    private Poll() {}

    /** The first answer that is not empty; empty when none came in time. */
    static <T> Optional<T> until(Duration timeout, Supplier<Optional<T>> probe) {
        long end = System.nanoTime() + timeout.toNanos();
        while (true) {
            Optional<T> found = probe.get();
            if (found.isPresent() || System.nanoTime() - end >= 0) {
                return found;
            }
            sleep(INTERVAL_MILLIS);
        }
    }

    /** Waits although the condition holds already: nothing more may arrive. */
    static void pause(Duration time) {
        sleep(time.toMillis());
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ScenarioAborted("中斷 interrupted", e);
        }
    }
}
