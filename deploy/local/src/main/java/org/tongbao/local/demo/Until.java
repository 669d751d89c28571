package org.tongbao.local.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks until something is there. */
final class Until {
    private static final long BETWEEN_MILLIS = 50;

    private Until() {}

    /** The first answer that is not empty; empty when none came in time. */
    static <T> Optional<T> there(Duration patience, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<T> found = look.get();
            if (found.isPresent() || System.nanoTime() - end >= 0) {
                return found;
            }
            pause(BETWEEN_MILLIS);
        }
    }

    /** Looks at something for a while, although it is as wished already: nothing else may come. */
    static void over(Duration time) {
        pause(time.toMillis());
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryEnds("中斷 interrupted", e);
        }
    }
}
