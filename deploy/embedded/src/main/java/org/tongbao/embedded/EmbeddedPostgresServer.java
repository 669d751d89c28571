package org.tongbao.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server of its own, with one database and three roles for each service. */
public final class EmbeddedPostgresServer implements EmbeddedPart {
    /** One for each user: what is unpacked there is run. */
    private static final Path BINARIES =
            Path.of(System.getProperty("java.io.tmpdir"), "tongbao-postgres-" + System.getProperty("user.name"));

    private final Path folder;
    private final int port;
    private final boolean durable;
    private final List<String> services;
    private @Nullable EmbeddedPostgres server;

    EmbeddedPostgresServer(Path folder, int port, boolean durable, List<String> services) {
        this.folder = folder;
        this.port = port;
        this.durable = durable;
        this.services = services;
    }

    @Override
    public synchronized void start() {
        if (server != null) {
            return;
        }
        try {
            Files.createDirectories(folder);
            demandOwnBinaries();
            boolean firstTime = !Files.exists(folder.resolve("PG_VERSION"));
            var builder = configured();
            if (Unprivileged.needed()) {
                builder.setPgBinaryResolver(Unprivileged.prepare(BINARIES, folder));
            }
            server = builder.start();
            if (firstTime) {
                demandPasswords();
            }
            createServices();
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new EmbeddedStartException("PostgreSQL did not start on port " + port + ": " + e.getMessage(), e);
        }
    }

    private static void demandOwnBinaries() throws IOException {
        Files.createDirectories(BINARIES);
        var owner = Files.getOwner(BINARIES).getName();
        if (!owner.endsWith(System.getProperty("user.name"))) {
            throw new EmbeddedStartException(BINARIES + " belongs to " + owner + "; remove it");
        }
    }

    private EmbeddedPostgres.Builder configured() {
        String flag = durable ? "on" : "off";
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.toFile())
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(BINARIES.toFile())
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("fsync", flag)
                .setServerConfig("synchronous_commit", flag)
                .setServerConfig("full_page_writes", flag)
                .setServerConfig("max_connections", "200")
                .setServerConfig("timezone", "UTC")
                // A client killed within a statement gives its row locks back in two seconds, not never.
                .setServerConfig("client_connection_check_interval", "2s")
                .setServerConfig("idle_in_transaction_session_timeout", "30s");
    }

    /** Everybody but the superuser shows a password, so that a test notices a wrong one. */
    private void demandPasswords() throws IOException, SQLException {
        Files.writeString(folder.resolve("pg_hba.conf"), """
                local all all trust
                host all postgres 127.0.0.1/32 trust
                host all postgres ::1/128 trust
                host all all 127.0.0.1/32 scram-sha-256
                host all all ::1/128 scram-sha-256
                """);
        try (var connection = superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute("select pg_reload_conf()");
        }
    }

    private void createServices() throws SQLException {
        for (var service : services) {
            createService(service);
        }
    }

    /** A database with its owner, its application role and its engine role; does nothing when they exist. */
    public void createService(String service) throws SQLException {
        try (var connection = superuser("postgres")) {
            if (exists(connection, service)) {
                return;
            }
            run(connection, roles(service));
            run(connection, "create database %s owner %s_owner".formatted(service, service));
            run(connection, "revoke all on database %s from public".formatted(service));
            run(connection, "grant connect on database %s to %s_app".formatted(service, service));
        }
        try (var connection = superuser(service)) {
            run(connection, "revoke all on schema public from public");
            run(connection, "grant usage on schema public to %1$s_app, %1$s_engine".formatted(service));
        }
    }

    /** The application may take the engine's role for one transaction, and has nothing of it otherwise. */
    private static String roles(String service) {
        return """
               create role %1$s_owner login password '%1$s_owner' nosuperuser nocreatedb nocreaterole nobypassrls;
               create role %1$s_app login password '%1$s_app' nosuperuser nocreatedb nocreaterole nobypassrls;
               create role %1$s_engine nologin nosuperuser nocreatedb nocreaterole nobypassrls;
               grant %1$s_engine to %1$s_app with inherit false, set true;
               alter role %1$s_app set statement_timeout = '10s';
               alter role %1$s_app set lock_timeout = '3s';
               alter role %1$s_app set idle_in_transaction_session_timeout = '30s';
               """.formatted(service);
    }

    private static boolean exists(Connection connection, String database) throws SQLException {
        try (var query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, database);
            return query.executeQuery().next();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The caller closes it. */
    public Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", "");
    }

    /** With the role's own rights; the password is the role's name. The caller closes it. */
    public Connection as(String role, String database) throws SQLException {
        return DriverManager.getConnection(url(database), role, role);
    }

    @Override
    public synchronized void stop() {
        if (server == null) {
            return;
        }
        try {
            server.close();
        } catch (IOException e) {
            throw new EmbeddedStartException("PostgreSQL did not stop: " + e.getMessage(), e);
        } finally {
            server = null;
        }
    }

    /** SIGKILL to the server and everything it started; the next start recovers from the log. */
    @Override
    public synchronized void kill() {
        if (server == null) {
            return;
        }
        postmaster().ifPresent(EmbeddedPostgresServer::killTree);
        // Nothing is left to stop, but the wrapper holds a lock on the folder.
        stop();
    }

    /** The first line of its lock file; the process that was started is only its starter. */
    private Optional<ProcessHandle> postmaster() {
        try {
            var lines = Files.readAllLines(folder.resolve("postmaster.pid"));
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The sockets stay open and nobody answers, until {@link #thaw()}. */
    public synchronized void freeze() {
        postmaster().ifPresent(it -> Signal.STOP.send(tree(it)));
    }

    public synchronized void thaw() {
        postmaster().ifPresent(it -> Signal.CONT.send(tree(it)));
    }

    private static List<ProcessHandle> tree(ProcessHandle postmaster) {
        return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    }

    private static void killTree(ProcessHandle postmaster) {
        var all = tree(postmaster);
        all.forEach(ProcessHandle::destroyForcibly);
        var ended = all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        // A process that nobody has buried yet looks alive, but holds neither port nor memory any more.
        CompletableFuture.allOf(ended)
                .completeOnTimeout(null, 3, TimeUnit.SECONDS)
                .join();
    }

    @Override
    public synchronized boolean running() {
        return server != null;
    }

    @Override
    public int port() {
        return port;
    }
}
