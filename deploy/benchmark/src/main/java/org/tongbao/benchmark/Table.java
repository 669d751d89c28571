package org.tongbao.benchmark;

import java.util.Locale;

/** The rows of the README's table on standard output; what is going on meanwhile goes to standard error. */
final class Table {
    private Table() {}

    @FunctionalInterface
    interface Part {
        void measure() throws Exception;
    }

    /** One row, such as {@code | what | 12.3 s | aim 60 s |}. */
    static void row(String what, String value, String remark) {
        System.out.println("| " + what + " | " + value + " | " + remark + " |");
    }

    /** Measures a part once; its row says how long it took. */
    static void time(String what, String aim, Part part) throws Exception {
        long began = System.nanoTime();
        part.measure();
        row(what, seconds(System.nanoTime() - began), aim);
    }

    static void progress(String what) {
        System.err.println("… " + what);
    }

    static String both(Timings timings) {
        return "p50 " + timings.percentile(50) + ", p99 " + timings.percentile(99);
    }

    static String rate(double perSecond) {
        return String.format(Locale.ROOT, "%,.0f/s", perSecond);
    }

    static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f s", nanos / 1e9);
    }
}
