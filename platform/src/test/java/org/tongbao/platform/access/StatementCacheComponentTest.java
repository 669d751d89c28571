package org.tongbao.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tongbao.platform.probe.InTransaction;

@QuarkusTest
class StatementCacheComponentTest {
    @Inject
    Transactions transactions;

    @Test
    void aLongStatementStaysPrepared() {
        String name = "long_" + UUID.randomUUID().toString().replace('-', '_');
        String statement = "select 1 as " + name + " -- " + "x".repeat(10_000);

        long prepared = InTransaction.await(() -> transactions.asEngine(
                () -> Sql.query(statement, row -> row.integer(0)).chain(() -> Sql.query(
                                "select count(*) from pg_prepared_statements where starts_with(statement, $1)",
                                row -> row.bigint(0),
                                "select 1 as " + name)
                        .map(counts -> counts.get(0)))));

        assertThat(prepared).isEqualTo(1);
    }
}
