package org.tongbao.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongbao.contacts.fixture.Seed;
import org.tongbao.embedded.TestDatabase;

/** What row-level security asks of the rows of one agency, for a reader who stands above all others. */
@QuarkusTest
class ReadingCostComponentTest {
    /** How a plan says that it reads the whole scope before it looks at a row. */
    private static final String WHOLE_SCOPE = "hashed SubPlan";

    @BeforeEach
    void theDirectory() {
        Seed.load();
    }

    @ParameterizedTest
    @ValueSource(strings = {"contact", "deputyship", "absence", "shift", "roster_item", "filing"})
    void oneBookIsReadWithoutReadingTheWholeScope(String table) throws SQLException {
        assertThat(plan(table)).doesNotContain(WHOLE_SCOPE);
    }

    @Test
    void theWholeScopeIsToldByAPlanThatReadsIt() throws SQLException {
        assertThat(plan("calendar_feed")).contains(WHOLE_SCOPE);
    }

    private static String plan(String table) throws SQLException {
        try (Connection connection = TestDatabase.app()) {
            connection.setAutoCommit(false);
            try (var scope = connection.prepareStatement(
                            "select set_config('app.agency', 'ACS', true), set_config('app.subtree', 'on', true)");
                    var explain =
                            connection.prepareStatement("explain select * from " + table + " where agency = 'TPE'")) {
                scope.execute();
                var plan = new StringBuilder();
                var rows = explain.executeQuery();
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
                return plan.toString();
            } finally {
                connection.rollback();
            }
        }
    }
}
