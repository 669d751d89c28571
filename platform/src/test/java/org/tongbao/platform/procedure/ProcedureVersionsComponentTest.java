package org.tongbao.platform.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.fixture.InTransaction;
import org.tongbao.platform.inbox.EventTooEarly;
import org.tongbao.platform.sql.Sql;

@QuarkusTest
class ProcedureVersionsComponentTest {
    @Inject
    ProcedureVersions versions;

    @Inject
    Transactions transactions;

    @Test
    void anOldVersionIsFoundByItsHash() {
        Procedure standard = versions.standard();
        String hash = "old-" + UUID.randomUUID();
        InTransaction.await(() -> transactions.asEngine(() -> Sql.update(
                "insert into procedure_version (hash, id, content) values ($1, $2, $3)",
                hash,
                standard.id(),
                standard.content())));

        Procedure found = InTransaction.await(() -> transactions.asEngine(() -> versions.byHash(hash)));

        assertThat(found.id()).isEqualTo(standard.id());
    }

    @Test
    void whatIsInForceIsSavedOnce() {
        InTransaction.await(versions::saveInForce);
        InTransaction.await(versions::saveInForce);

        long saved = InTransaction.await(() -> transactions.asEngine(() -> Sql.queryOne(
                "select count(*) as saved from procedure_version where hash = any($1)",
                row -> row.bigint("saved"),
                Sql.texts(versions.all(), Procedure::hash))));
        assertThat(saved).isEqualTo(versions.all().size());
    }

    @Test
    void anUnknownVersionWaits() {
        assertThatThrownBy(() -> InTransaction.await(() -> transactions.asEngine(() -> versions.byHash("unknown"))))
                .isInstanceOf(EventTooEarly.class)
                .hasMessage("unknown-procedure");
    }
}
