package org.tongbao.platform.access;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Plain statements on the connection of the transaction under way, for claims, counters and the hot path. Parameters are
 * {@code $1, $2 …}; an {@link Instant} is a {@code timestamptz}. Pending changes of entities are <em>not</em> flushed first.
 */
public final class Sql {
    private Sql() {}

    public static <T> Uni<List<T>> query(String sql, Function<Row, T> mapping, @Nullable Object... arguments) {
        return Panache.getSession()
                .chain(session -> Uni.createFrom()
                        .completionStage(Transactions.connection(session).select(sql, wire(arguments))))
                .map(result -> {
                    List<T> rows = new ArrayList<>(result.size());
                    result.forEachRemaining(values -> rows.add(mapping.apply(new Row(values))));
                    return rows;
                });
    }

    /** The number of rows changed. */
    public static Uni<Integer> update(String sql, @Nullable Object... arguments) {
        return Panache.getSession().chain(session -> Uni.createFrom()
                .completionStage(Transactions.connection(session).update(sql, wire(arguments))));
    }

    private static Object[] wire(@Nullable Object[] arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : argument)
                .toArray();
    }

    /** One row of an answer, columns counted from 0. */
    public static final class Row {
        private final @Nullable Object[] values;

        Row(@Nullable Object[] values) {
            this.values = values;
        }

        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        public <T> @Nullable T nullable(int column) {
            Object value = values[column];
            return (T) (value instanceof OffsetDateTime time ? time.toInstant() : value);
        }

        @SuppressWarnings("TypeParameterUnusedInFormals")
        private <T> T present(int column) {
            T value = nullable(column);
            if (value == null) {
                throw new IllegalStateException("column " + column + " is null");
            }
            return value;
        }

        public String text(int column) {
            return present(column).toString();
        }

        public UUID uuid(int column) {
            return present(column);
        }

        public Instant instant(int column) {
            return present(column);
        }

        public int integer(int column) {
            Number number = present(column);
            return number.intValue();
        }

        public long bigint(int column) {
            Number number = present(column);
            return number.longValue();
        }

        public boolean bool(int column) {
            return present(column);
        }
    }
}
