package org.tongbao.testing.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tongbao.embedded.TestDatabase;
import org.tongbao.testing.database.DatabaseProbe;

/** What holds for the tables of every service; which tables there are says the database's catalogue. */
public interface TableIsolationContract {
    /** Called in each test, after {@code @BeforeEach}. */
    TableMatrix tables();

    @Test
    default void everyTableIsProtectedOrNamedAsAnException() {
        Set<String> exceptions = new HashSet<>(tables().unprotected().keySet());
        exceptions.addAll(TableMatrix.OF_THE_PLATFORM.keySet());

        assertThat(TableMatrix.tablesWhere("not (relrowsecurity and relforcerowsecurity)"))
                .containsExactlyInAnyOrderElementsOf(exceptions);
    }

    @Test
    default void callersMayDoNothingInTheTablesOfTheEngine() {
        assertThat(DatabaseProbe.texts(
                        """
                        select table_name || ' ' || privilege_type from information_schema.role_table_grants
                        where grantee = ? and table_name = any (?)""", TestDatabase.service() + "_app", TableMatrix.OF_THE_ENGINE.toArray(String[]::new)))
                .containsExactly("outbox INSERT");
    }

    @Test
    default void theServicesRolesOwnNothingAndBypassNothing() {
        String[] roles = {TestDatabase.service() + "_app", TestDatabase.service() + "_engine"};

        assertThat(DatabaseProbe.texts("select rolname from pg_roles where rolname = any (?)", (Object) roles))
                .containsExactlyInAnyOrder(roles);
        assertThat(DatabaseProbe.texts("""
                        select rolname from pg_roles where rolname = any (?)
                        and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)""", (Object) roles)).isEmpty();
        assertThat(DatabaseProbe.texts(
                        "select relname from pg_class join pg_roles r on r.oid = relowner where rolname = any (?)",
                        (Object) roles))
                .isEmpty();
    }

    @Test
    default void plainSqlUnderTheServicesRoleObeysTheMatrix() throws SQLException {
        TableMatrix matrix = tables();
        Map<String, Set<Right>> expected = new TreeMap<>();
        Map<String, Set<Right>> found = new TreeMap<>();

        for (String table : TableMatrix.protectedTables()) {
            var trial = new RowTrial(table, matrix.row().apply(table));
            for (String caller : matrix.callers()) {
                String cell = table + " " + (caller.isEmpty() ? "(nobody)" : caller);
                expected.put(cell, matrix.expected().apply(table, caller));
                found.put(cell, trial.as(caller));
            }
        }

        assertThat(found).isNotEmpty().isEqualTo(expected);
    }
}
