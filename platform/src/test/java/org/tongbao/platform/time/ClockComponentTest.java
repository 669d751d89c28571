package org.tongbao.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongbao.testing.database.DatabaseProbe;

/** The machine's clock is set, the database's counts, and the difference can be seen. */
@QuarkusTest
class ClockComponentTest {
    @Inject
    Clock clock;

    @Inject
    MeterRegistry metrics;

    @ParameterizedTest
    @ValueSource(strings = {"-PT1H", "PT8H"})
    void theClockFollowsTheDatabase(Duration ahead) {
        QuarkusMock.installMockForType(set(ahead), Clock.class);

        DatabaseProbe.soon().untilAsserted(() -> {
            assertThat(Duration.between(databaseTime(), clock.now())).isLessThan(Duration.ofMinutes(1));
            assertThat(Duration.between(databaseTime(), clock.now())).isGreaterThan(Duration.ofMinutes(-1));
            assertThat(metrics.get("tongbao.clock.difference.seconds").gauge().value())
                    .isBetween(ahead.toSeconds() - 60.0, ahead.toSeconds() + 60.0);
        });
    }

    private static Clock set(Duration ahead) {
        return new Clock() {
            @Override
            protected Instant machine() {
                return super.machine().plus(ahead);
            }
        };
    }

    private static Instant databaseTime() {
        return Instant.parse(
                DatabaseProbe.texts("select to_char(app_now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                        .get(0));
    }
}
