package org.tongbao.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The only place that asks what time it is. Instants are cut to microseconds, which is what PostgreSQL keeps, so that a
 * value read back equals the value written.
 *
 * <p>It follows the database's clock, carried on by the monotonic counter from one {@link ClockComparison} to the next:
 * whoever sets this machine's clock moves nothing here.
 *
 * <p>What is <em>due</em> is not decided here but by the database ({@code app_now()}), and what is due later is worked out from
 * the {@code now} of the transaction that stores it.
 */
@ApplicationScoped
public class Clock {
    private volatile Reading reading = new Reading(machine(), System.nanoTime());

    private record Reading(Instant at, long nanos) {
        Instant carriedTo(long later) {
            return at.plusNanos(later - nanos);
        }
    }

    public Instant now() {
        return reading.carriedTo(System.nanoTime()).truncatedTo(ChronoUnit.MICROS);
    }

    /** What this machine's clock says, which anybody may set. */
    protected Instant machine() {
        return Instant.now();
    }

    /**
     * Goes on from what the database said, unless that is as it should be.
     *
     * @param nanos the counter when it was asked
     * @param took how long the answer took, the most by which it may be wrong
     * @return by how much it goes on differently
     */
    Duration follow(Instant database, long nanos, Duration took) {
        Duration correction = Duration.between(reading.carriedTo(nanos), database);
        if (correction.abs().compareTo(took) <= 0) {
            return Duration.ZERO;
        }
        reading = new Reading(database, nanos);
        return correction;
    }

    /** How far this machine's clock is ahead of what counts. */
    Duration machineAhead() {
        return Duration.between(now(), machine());
    }
}
