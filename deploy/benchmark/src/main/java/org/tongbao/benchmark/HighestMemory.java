package org.tongbao.benchmark;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks at the resident memory of one process twice a second until it is closed. */
final class HighestMemory implements AutoCloseable {
    private static final int PAUSE_MILLIS = 500;
    private static final int ENOUGH = 20;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private int samples;
    private long highest;

    HighestMemory(long pid) {
        var unused = timer.scheduleAtFixedRate(
                () -> take(Memory.residentMebibytes(pid)), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void take(long mebibytes) {
        samples++;
        highest = Math.max(highest, mebibytes);
    }

    /**
     * @throws IllegalStateException when there was too little to see
     */
    synchronized long mebibytes() {
        if (samples < ENOUGH || highest == 0) {
            throw new IllegalStateException("only " + samples + " samples, highest " + highest + " MiB");
        }
        return highest;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
