package org.tongbao.contacts.duty.timer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongbao.contacts.duty.usecase.RenewDuty;
import org.tongbao.contacts.fixture.Entries;
import org.tongbao.contacts.fixture.Office;
import org.tongbao.contacts.fixture.Seed;
import org.tongbao.embedded.TestDatabase;

/** The window of published duty moves on as time passes. */
@QuarkusTest
class RenewDutyComponentTest {
    @Inject
    RenewDuty renewDuty;

    @BeforeEach
    void load() {
        Seed.load();
    }

    @Test
    void anEntryWhoseDutyReachesLessThan34DaysAheadIsPublishedAgain() throws Throwable {
        String office = Office.create();
        Office.contact(office, "reviewer");
        // Agencies that other tests changed are due as well.
        VertxContextSupport.subscribeAndAwait(renewDuty::renew);
        aDayPasses(office);

        int renewed = VertxContextSupport.subscribeAndAwait(renewDuty::renew);

        assertThat(renewed).isEqualTo(1);
        try (var entries = Entries.contacts()) {
            var entry = entries.await(office, it -> it.version() == 2);
            assertThat(entry.duty().get(0).until()).isAfter(Instant.now().plus(Duration.ofDays(34)));
        }
        assertThat((int) VertxContextSupport.subscribeAndAwait(renewDuty::renew))
                .isZero();
    }

    private static void aDayPasses(String office) throws Exception {
        try (var connection = TestDatabase.superuser();
                var update = connection.prepareStatement(
                        "update contact_book set duty_until = duty_until - interval '25 hours' where agency = ?")) {
            update.setString(1, office);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
