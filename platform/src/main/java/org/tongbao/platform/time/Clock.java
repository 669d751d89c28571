package org.tongbao.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The only place that asks what time it is. Instants are cut to microseconds, which is what PostgreSQL keeps, so that a
 * value read back equals the value written.
 *
 * <p>What is <em>due</em> is not decided here but by the database ({@code app_now()}).
 */
@ApplicationScoped
public class Clock {
    public Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
