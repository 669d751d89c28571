package org.tongbao.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.tongbao.embedded.TestDatabase;
import org.tongbao.platform.fixture.InTransaction;

@QuarkusTest
class OutboxCleanupComponentTest {
    @Inject
    OutboxStore store;

    @Test
    void whatWasSentLongAgoGoesInBatches() throws SQLException {
        sent(3, "8 days");
        sent(1, "6 days");

        assertThat(delete()).isEqualTo(2);
        assertThat(delete()).isEqualTo(1);
        assertThat(delete()).isZero();
    }

    private int delete() {
        return InTransaction.await(() -> store.deleteExpired(2));
    }

    private static void sent(int count, String ago) throws SQLException {
        try (var connection = TestDatabase.superuser();
                var insert = connection.prepareStatement("""
                        insert into outbox (id, bucket, topic, subject, type, payload, exercise, sequence, sent_at)
                        select gen_random_uuid(), 0, 'a topic', 'nobody', 'a type', '{}', false, n, now() - ?::interval
                        from generate_series(1, ?) n""")) {
            insert.setString(1, ago);
            insert.setInt(2, count);
            insert.executeUpdate();
        }
    }
}
