package org.tongbao.escalation.timer;

import java.time.Duration;

/** How many are begun and not finished; somebody may wait until none is. */
public final class Outstanding {
    private int count;

    public synchronized int count() {
        return count;
    }

    public synchronized void begin(int more) {
        count += more;
    }

    public synchronized void finish(int some) {
        count -= some;
        notifyAll();
    }

    /** Whether none was left within this time. Blocks. */
    public synchronized boolean awaitNone(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            for (long left = atMost.toMillis(); count > 0 && left > 0; left = millisUntil(end)) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return count == 0;
    }

    private static long millisUntil(long end) {
        return Duration.ofNanos(end - System.nanoTime()).toMillis();
    }
}
