package org.tongbao.platform.access;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.common.vertx.ContextLocals;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.pool.ReactiveConnection;
import org.jspecify.annotations.Nullable;
import org.tongbao.platform.sql.SessionConnection;

/**
 * Opens every transaction and sets its scope first: row-level security shows a caller its scope and nothing else, the
 * engine what its own policies allow. Without one of the two no row is visible.
 *
 * <p>A transaction opened within another of the same scope joins it. The setting is local to the transaction and sent ahead of the first statement without waiting for its answer.
 */
@ApplicationScoped
public class Transactions {
    private static final String AS_CALLER =
            "select app_now(), set_config('app.agency', $1, true), set_config('app.subtree', $2, true)";
    private static final String AS_ENGINE = "select app_now(), set_config('role', $1, true)";
    private static final String OPEN = Transactions.class.getName();

    private record Open(Object[] scope, CompletableFuture<Instant> now, List<Runnable> afterCommit) {}

    private final AgencyTree tree;
    private final String engineRole;

    Transactions(AgencyTree tree, @ConfigProperty(name = "tongbao.database.engine-role") String engineRole) {
        this.tree = tree;
        this.engineRole = engineRole;
    }

    /** One transaction in the caller's scope: its own agency, those below it, and what relations open to it. */
    public <T> Uni<T> as(Caller caller, Supplier<Uni<T>> work) {
        return run(AS_CALLER, new Object[] {caller.agency(), tree.isCurrent() ? "on" : "off"}, work);
    }

    /** One transaction of the engine: listeners, timers, and what acts for a person who holds no token. */
    public <T> Uni<T> asEngine(Supplier<Uni<T>> work) {
        return run(AS_ENGINE, new Object[] {engineRole}, work);
    }

    /** Runs once the transaction under way has committed, never when it rolls back. */
    public static void afterCommit(Runnable action) {
        open().afterCommit().add(action);
    }

    /**
     * The database's {@code now} of the transaction under way, the same for each of its statements: whatever instant it stores,
     * or compares with a stored one, is this or comes from it. It was asked with the scope and costs no statement.
     */
    public static Uni<Instant> now() {
        return Uni.createFrom().completionStage(open().now());
    }

    private static Open open() {
        Optional<Open> open = ContextLocals.get(OPEN);
        return open.orElseThrow(() -> new IllegalStateException("no transaction is open"));
    }

    private <T> Uni<T> run(String setting, Object[] arguments, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            Optional<Open> open = ContextLocals.get(OPEN);
            return open.isPresent() ? join(open.get(), arguments, work) : begin(setting, arguments, work);
        });
    }

    private static <T> Uni<T> join(Open open, Object[] arguments, Supplier<Uni<T>> work) {
        if (!Arrays.equals(open.scope(), arguments)) {
            throw new IllegalStateException("a transaction of another scope is open");
        }
        return work.get();
    }

    private static <T> Uni<T> begin(String setting, Object[] arguments, Supplier<Uni<T>> work) {
        Open open = new Open(arguments, new CompletableFuture<>(), new ArrayList<>(2));
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> {
                    ContextLocals.put(OPEN, open);
                    var set = SessionConnection.of(session).select(setting, arguments);
                    set.whenComplete((answer, failure) -> heard(open.now(), answer, failure));
                    return work.get().call(() -> Uni.createFrom().completionStage(set));
                }))
                .eventually(() -> ContextLocals.remove(OPEN))
                .invoke(() -> open.afterCommit().forEach(Runnable::run));
    }

    private static void heard(
            CompletableFuture<Instant> now, ReactiveConnection.@Nullable Result answer, @Nullable Throwable failure) {
        if (answer == null) {
            now.completeExceptionally(Objects.requireNonNull(failure));
        } else {
            now.complete(((OffsetDateTime) answer.next()[0]).toInstant());
        }
    }
}
