package org.tongbao.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** JDBC connections to the database of the service under test; the caller closes them. */
public final class TestDatabase {
    private TestDatabase() {}

    /** Name of the service under test, of its database, and first part of its roles' names. */
    public static String service() {
        return System.getProperty(TestSession.SERVICE, "");
    }

    public static String jdbcUrl() {
        return "jdbc:" + System.getProperty("TONGBAO_DB_URL");
    }

    /** Sees and may do everything, past row-level security: for looking at results. */
    public static Connection superuser() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), "postgres", "");
    }

    public static Connection app() throws SQLException {
        return as(service() + "_app");
    }

    public static Connection owner() throws SQLException {
        return as(service() + "_owner");
    }

    private static Connection as(String role) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), role, role);
    }
}
