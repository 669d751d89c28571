package org.tongbao.platform.sql;

import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.fixture.InTransaction;

@QuarkusTest
class SqlComponentTest {
    private static final Instant AT = Instant.parse("2026-11-20T02:00:00.123456Z");

    @Inject
    Transactions transactions;

    @Test
    void aRowIsReadByTheNamesOfItsColumns() {
        UUID id = UUID.randomUUID();

        assertThatObject(read("select $1::uuid as id, 'a' as code", row -> row.text("code") + row.uuid("id"), id))
                .isEqualTo("a" + id);
        assertThatObject(read("select 7::smallint as count", row -> row.integer("count")))
                .isEqualTo(7);
        assertThatObject(read("select 7::bigint as count", row -> row.bigint("count")))
                .isEqualTo(7L);
        assertThatObject(read("select true as done", row -> row.bool("done"))).isEqualTo(true);
        assertThatObject(read("select date '2026-11-20' as day", row -> row.present("day", LocalDate.class)))
                .isEqualTo(LocalDate.parse("2026-11-20"));
        assertThatObject(read("select '\\x01ff'::bytea as secret", row -> row.bytes("secret")))
                .isEqualTo(new byte[] {1, (byte) 0xff});
    }

    @Test
    void anInstantComesBackAsItWasSent() {
        assertThatObject(read("select $1::timestamptz as due_at", row -> row.instant("due_at"), AT))
                .isEqualTo(AT);
    }

    @Test
    void anArrayGoesAndComesBack() {
        Object codes = Sql.texts(Arrays.asList("a", "b"), it -> it);

        assertThatObject(read("select $1::text[] as codes", row -> row.texts("codes"), codes))
                .isEqualTo(List.of("a", "b"));
        assertThatObject(read(
                        "select count(*) as missing from unnest($1::text[]) as code where code is null",
                        row -> row.bigint("missing"),
                        Sql.texts(Arrays.asList("a", null), it -> it)))
                .isEqualTo(1L);
    }

    @Test
    void nullIsReadOnlyWhereItIsExpected() {
        assertThatObject(read("select null::timestamptz as due_at", row -> row.instantOrNull("due_at") == null))
                .isEqualTo(true);
        assertThatThrownBy(() -> read("select null::timestamptz as due_at", row -> row.instant("due_at")))
                .hasMessageContaining("due_at is null");
    }

    @Test
    void aNameThatIsMissingOrThereTwiceIsRefused() {
        assertThatThrownBy(() -> read("select 1 as one", row -> row.integer("two")))
                .hasMessageContaining("no column two");
        assertThatThrownBy(() -> read("select 1 as one, 2 as one", row -> row.integer("one")))
                .hasMessageContaining("two columns are called one");
    }

    private <T> T read(String sql, Function<Row, T> mapping, @Nullable Object... arguments) {
        return InTransaction.await(() -> transactions.asEngine(() -> Sql.queryOne(sql, mapping, arguments)));
    }
}
