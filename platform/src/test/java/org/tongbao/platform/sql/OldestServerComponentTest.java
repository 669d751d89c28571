package org.tongbao.platform.sql;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OldestServerComponentTest {
    @Inject
    Flyway flyway;

    @Test
    void aServerThatIsTooOldIsRefusedAtStart() {
        Map<String, String> placeholders =
                new HashMap<>(flyway.getConfiguration().getPlaceholders());
        placeholders.put("oldest", "990000");
        Flyway ofTheFuture = Flyway.configure(getClass().getClassLoader())
                .configuration(flyway.getConfiguration())
                .placeholders(placeholders)
                .load();

        assertThatThrownBy(ofTheFuture::migrate)
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("this PostgreSQL is too old");
    }
}
