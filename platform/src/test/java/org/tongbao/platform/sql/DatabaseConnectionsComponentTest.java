package org.tongbao.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.fixture.InTransaction;

@QuarkusTest
class DatabaseConnectionsComponentTest {
    @Inject
    Transactions transactions;

    @Test
    void aLongStatementStaysPrepared() {
        String name = "long_" + UUID.randomUUID().toString().replace('-', '_');
        String statement = "select 1 as " + name + " -- " + "x".repeat(10_000);

        long prepared = InTransaction.await(() ->
                transactions.asEngine(() -> Sql.query(statement, row -> row).chain(() -> Sql.query(
                                "select count(*) as found from pg_prepared_statements where starts_with(statement, $1)",
                                row -> row.bigint("found"),
                                "select 1 as " + name)
                        .map(counts -> counts.get(0)))));

        assertThat(prepared).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "statement_timeout, 10000",
        "lock_timeout, 3000",
        "idle_in_transaction_session_timeout, 30000",
        "client_connection_check_interval, 2000"
    })
    void theServerEndsWhatLastsTooLongBecauseTheServiceSaysSo(String setting, String milliseconds) {
        String found = InTransaction.await(() -> transactions.asEngine(() -> Sql.queryOne(
                "select setting || ' by ' || source as found from pg_settings where name = $1",
                row -> row.text("found"),
                setting)));

        assertThat(found).isEqualTo(milliseconds + " by client");
    }
}
