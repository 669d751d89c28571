package org.tongbao.platform.sql;

import io.vertx.core.buffer.Buffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of an answer, read by column name. A column that may be null is read by {@code …OrNull}; a name that the
 * statement does not have, or has twice, is refused.
 */
public final class Row {
    private final Columns columns;
    private final @Nullable Object[] values;

    private Row(Columns columns, @Nullable Object[] values) {
        this.columns = columns;
        this.values = values;
    }

    static Row of(Columns columns, ResultSet current) throws SQLException {
        @Nullable Object[] values = new Object[columns.count()];
        for (int place = 0; place < values.length; place++) {
            Object value = current.getObject(place + 1);
            values[place] = value instanceof OffsetDateTime time ? time.toInstant() : value;
        }
        return new Row(columns, values);
    }

    public String text(String column) {
        return present(column, Object.class).toString();
    }

    public @Nullable String textOrNull(String column) {
        Object value = value(column);
        return value == null ? null : value.toString();
    }

    public UUID uuid(String column) {
        return present(column, UUID.class);
    }

    public @Nullable UUID uuidOrNull(String column) {
        return orNull(column, UUID.class);
    }

    public Instant instant(String column) {
        return present(column, Instant.class);
    }

    public @Nullable Instant instantOrNull(String column) {
        return orNull(column, Instant.class);
    }

    public int integer(String column) {
        return present(column, Number.class).intValue();
    }

    public @Nullable Integer integerOrNull(String column) {
        Number number = orNull(column, Number.class);
        return number == null ? null : number.intValue();
    }

    public long bigint(String column) {
        return present(column, Number.class).longValue();
    }

    public @Nullable Long bigintOrNull(String column) {
        Number number = orNull(column, Number.class);
        return number == null ? null : number.longValue();
    }

    public boolean bool(String column) {
        return present(column, Boolean.class);
    }

    public @Nullable Boolean boolOrNull(String column) {
        return orNull(column, Boolean.class);
    }

    /** A {@code bytea}. */
    public byte[] bytes(String column) {
        return present(column, Buffer.class).getBytes();
    }

    /** A {@code text[]} without nulls in it. */
    public List<String> texts(String column) {
        return List.of(present(column, String[].class));
    }

    /** A value of another type, such as a {@code date}. */
    public <T> T present(String column, Class<T> type) {
        T value = orNull(column, type);
        if (value == null) {
            throw new IllegalStateException("column " + column + " is null");
        }
        return value;
    }

    public <T> @Nullable T orNull(String column, Class<T> type) {
        return type.cast(value(column));
    }

    private @Nullable Object value(String column) {
        return values[columns.place(column)];
    }
}
