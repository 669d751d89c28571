package org.tongbao.benchmark;

import java.util.Arrays;
import java.util.Locale;

/** Durations of one kind, in nanoseconds. */
final class Timings {
    private long[] values = new long[1024];
    private int count;

    synchronized void add(long nanos) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = nanos;
    }

    synchronized int count() {
        return count;
    }

    /** Such as {@code 12.3 ms}; {@code -} when there are none. */
    synchronized String percentile(double percent) {
        if (count == 0) {
            return "-";
        }
        long[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        int index = (int) Math.ceil(percent / 100 * count) - 1;
        return String.format(Locale.ROOT, "%.1f ms", sorted[Math.max(0, index)] / 1e6);
    }
}
