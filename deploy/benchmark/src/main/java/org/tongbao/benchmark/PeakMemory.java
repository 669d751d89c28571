package org.tongbao.benchmark;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Samples the resident memory of one process twice a second until closed. */
final class PeakMemory implements AutoCloseable {
    private static final int SAMPLE_INTERVAL_MILLIS = 500;
    private static final int MINIMUM_SAMPLES = 20;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private int samples;
    private long peak;

    PeakMemory(long pid) {
        var unused = timer.scheduleAtFixedRate(
                () -> sample(Memory.residentMebibytes(pid)), 0, SAMPLE_INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void sample(long mebibytes) {
        samples++;
        peak = Math.max(peak, mebibytes);
    }

    /**
     * @throws IllegalStateException when there was too little to see
     */
    synchronized long mebibytes() {
        if (samples < MINIMUM_SAMPLES || peak == 0) {
            throw new IllegalStateException("only " + samples + " samples, highest " + peak + " MiB");
        }
        return peak;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
