package org.tongbao.testing.isolation;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongbao.embedded.TestDatabase;
import org.tongbao.testing.database.DatabaseProbe;

/** Tries everything that can be done with one row as one caller; nothing of it stays. */
final class RowTrial {
    private static final String DENIED = "42501";
    /** The row is there already, or another refers to it: the policy let the statement pass. */
    private static final Set<String> LET_THROUGH = Set.of("23503", "23505");
    /** A column that nobody sets. */
    private static final String GENERATED = "428C9";

    private final String table;
    private final String where;
    private final String row;
    private final List<@Nullable String> columns;

    RowTrial(String table, String where) {
        this.table = table;
        this.where = where;
        row = DatabaseProbe.text("select to_jsonb(t)::text from " + table + " t where " + where + " limit 1");
        columns = DatabaseProbe.texts("""
                select attname from pg_attribute
                where attrelid = ?::regclass and attnum > 0 and not attisdropped""", table);
    }

    Set<Right> as(String caller) throws SQLException {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        try (Connection connection = TestDatabase.app()) {
            connection.setAutoCommit(false);
            if (reaches(connection, caller, "select 1 from " + table + " t where " + where, null)) {
                rights.add(Right.SELECT);
            }
            String insert =
                    "insert into " + table + " select * from jsonb_populate_record(null::" + table + ", ?::jsonb)";
            if (reaches(connection, caller, insert, row)) {
                rights.add(Right.INSERT);
            }
            for (String column : columns) {
                String update = "update " + table + " t set " + column + " = " + column + " where " + where;
                if (!rights.contains(Right.UPDATE) && reaches(connection, caller, update, null)) {
                    rights.add(Right.UPDATE);
                }
            }
            if (reaches(connection, caller, "delete from " + table + " t where " + where, null)) {
                rights.add(Right.DELETE);
            }
        }
        return rights;
    }

    private static boolean reaches(Connection connection, String caller, String sql, @Nullable String row)
            throws SQLException {
        if (!caller.isEmpty()) {
            try (var scope = connection.prepareStatement(
                    "select set_config('app.agency', ?, true), set_config('app.subtree', 'on', true)")) {
                scope.setString(1, caller);
                scope.execute();
            }
        }
        try (var statement = connection.prepareStatement(sql)) {
            if (row != null) {
                statement.setString(1, row);
            }
            return statement.execute() ? statement.getResultSet().next() : statement.getUpdateCount() > 0;
        } catch (SQLException e) {
            if (e.getSQLState().equals(DENIED) || e.getSQLState().equals(GENERATED)) {
                return false;
            }
            if (LET_THROUGH.contains(e.getSQLState())) {
                return true;
            }
            throw new SQLException(sql + " as '" + caller + "'", e.getSQLState(), e);
        } finally {
            connection.rollback();
        }
    }
}
