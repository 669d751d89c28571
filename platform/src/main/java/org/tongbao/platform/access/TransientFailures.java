package org.tongbao.platform.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Distinguishes failures that a retry can cure (a database away, a deadlock) from those that it only repeats. */
public final class TransientFailures {
    // Connection exceptions, serialization and deadlock, resources, operator intervention, system error.
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "55", "57", "58");

    private TransientFailures() {}

    public static boolean isTransient(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PgException error) {
                return isTransient(error.getSqlState());
            }
            if (cause instanceof SQLException error && error.getSQLState() != null) {
                return isTransient(error.getSQLState());
            }
            if (cause instanceof JsonProcessingException) {
                return false; // an IOException by its family only: the same text is unreadable again
            }
            if (cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof VertxException
                    || cause instanceof NoStackTraceThrowable) { // "Pool closed", "Connection is not active now"
                return true;
            }
        }
        return false;
    }

    private static boolean isTransient(@Nullable String state) {
        return state != null && state.length() == 5 && CLASSES.contains(state.substring(0, 2));
    }
}
