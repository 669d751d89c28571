package org.tongbao.platform.sql;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Plain statements on the connection of the transaction under way, for claims, counters and hot paths. Parameters are
 * {@code $1, $2 …}; an {@link Instant} is a {@code timestamptz}. Pending changes of entities are <em>not</em> flushed first.
 */
public final class Sql {
    private Sql() {}

    public static <T> Uni<List<T>> query(String sql, Function<Row, T> mapping, @Nullable Object... arguments) {
        return Panache.getSession()
                .chain(session -> Uni.createFrom()
                        .completionStage(SessionConnection.of(session).selectJdbc(sql, wire(arguments))))
                .map(result -> rows(result, mapping));
    }

    /** The first row of an answer, empty when there is none. */
    public static <T> Uni<Optional<T>> queryFirst(String sql, Function<Row, T> mapping, @Nullable Object... arguments) {
        return query(sql, mapping, arguments).map(rows -> rows.stream().findFirst());
    }

    /** The one row of an answer that always has one, such as a count. */
    public static <T> Uni<T> queryOne(String sql, Function<Row, T> mapping, @Nullable Object... arguments) {
        return query(sql, mapping, arguments).map(rows -> rows.get(0));
    }

    /** The number of rows changed. */
    public static Uni<Integer> update(String sql, @Nullable Object... arguments) {
        return Panache.getSession().chain(session -> Uni.createFrom()
                .completionStage(SessionConnection.of(session).update(sql, wire(arguments))));
    }

    /** One column of many rows as a {@code text[]} parameter, for {@code unnest}. */
    public static <T> Object texts(Collection<T> rows, Function<T, ? extends @Nullable Object> column) {
        return rows.stream()
                .map(column)
                .map(it -> it == null ? null : it.toString())
                .toArray(String[]::new);
    }

    private static <T> List<T> rows(ResultSet result, Function<Row, T> mapping) {
        try {
            Columns columns = Columns.of(result.getMetaData());
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(mapping.apply(Row.of(columns, result)));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e); // the rows are in memory already
        }
    }

    private static Object[] wire(@Nullable Object[] arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : argument)
                .toArray();
    }
}
