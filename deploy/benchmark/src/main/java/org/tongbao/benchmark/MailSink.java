package org.tongbao.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.tongbao.local.LocalOptions;
import org.tongbao.local.LocalStack;

/** What takes the mails that are measured, and when it accepted each. */
interface MailSink extends AutoCloseable {
    Duration POLL_INTERVAL = Duration.ofMillis(1);

    /** Postfix's own where it is installed, else the stack's. */
    static MailSink best() throws Exception {
        var program = PostfixTools.find("smtp-sink");
        return program.isPresent() ? PostfixSink.start(program.get()) : new EmbeddedSink();
    }

    /** For the table: a rate says little without the server that took it. */
    String name();

    /** Options under which escalation-service sends here. */
    LocalOptions receivingFrom(LocalOptions options);

    /** To be called when the stack is up. */
    void attach(LocalStack stack);

    int port();

    long accepted();

    /**
     * @param number 1 for the first mail that this sink accepted; it has been accepted
     */
    Instant acceptedAt(long number);

    /**
     * @throws IllegalStateException when it has not accepted so many by then
     */
    default Instant await(long number, Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        while (accepted() < number) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("after " + timeout + " only " + accepted() + " of " + number
                        + " mails had been accepted by " + name());
            }
            LockSupport.parkNanos(POLL_INTERVAL.toNanos());
        }
        return acceptedAt(number);
    }

    /** How many it has when nothing has come for so long. */
    default long awaitQuiet(Duration quiet) {
        long count = accepted();
        long since = System.nanoTime();
        while (System.nanoTime() - since < quiet.toNanos()) {
            long now = accepted();
            if (now != count) {
                count = now;
                since = System.nanoTime();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        return count;
    }

    @Override
    void close();
}
