package org.tongbao.testing.isolation;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.tongbao.embedded.TestDatabase;
import org.tongbao.testing.database.DatabaseProbe;

/**
 * Who may do what with one row of each protected table, tried by plain SQL under the service's role.
 *
 * @param unprotected the service's own tables without row-level security, each with its reason; those of the platform are known
 * @param callers codes of agencies; an empty one stands for no caller at all
 * @param row condition in SQL that finds one row of a table, or several of the same owner
 * @param expected rights of a caller in a table
 */
public record TableMatrix(
        Map<String, String> unprotected,
        Collection<String> callers,
        UnaryOperator<String> row,
        BiFunction<String, String, Set<Right>> expected) {

    /** Tables of the platform without row-level security, each with its reason. */
    static final Map<String, String> OF_THE_PLATFORM = Map.of(
            "agency", "the directory, public within the government",
            "agency_closure", "the directory",
            "agency_offset", "how far the directory was read",
            "outbox", "callers may only insert",
            "outbox_sequence", "callers may do nothing",
            "inbox", "callers may do nothing",
            "inbox_position", "callers may do nothing",
            "inbox_parked", "callers may do nothing",
            "flyway_schema_history", "callers may do nothing");

    static final List<String> OF_THE_ENGINE =
            List.of("outbox", "outbox_sequence", "inbox", "inbox_position", "inbox_parked", "flyway_schema_history");

    /** Every table with row-level security that the catalogue names. */
    public static List<String> protectedTables() {
        return tablesWhere("relrowsecurity");
    }

    static List<String> tablesWhere(String condition) {
        return DatabaseProbe.texts("""
                        select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                        and\s""" + condition).stream()
                .map(String::valueOf)
                .toList();
    }

    /** What the service's role is granted in the table, in whole or in some columns. */
    public static Set<Right> granted(String table) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        String role = TestDatabase.service() + "_app";
        for (Right right : Right.values()) {
            String check = right == Right.DELETE ? "has_table_privilege" : "has_any_column_privilege";
            if (DatabaseProbe.text("select " + check + "(?, ?, ?)", role, table, right.name())
                    .equals("t")) {
                rights.add(right);
            }
        }
        return rights;
    }
}
