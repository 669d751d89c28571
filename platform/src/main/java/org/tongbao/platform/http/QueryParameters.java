package org.tongbao.platform.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;

/** Query parameters as types. What is none of a type ends in 400 {@code invalid-query}, with the parameter's name. */
public final class QueryParameters {
    private QueryParameters() {}

    public static UUID id(String parameter, String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw wrong(parameter, "不是識別碼。", "This is no id.");
        }
    }

    /** Null when it is missing or empty. */
    public static @Nullable UUID idOrNull(String parameter, @Nullable String value) {
        return value == null || value.isEmpty() ? null : id(parameter, value);
    }

    public static Instant instant(String parameter, String value) {
        return instant(
                value,
                new Violation(
                        "query:" + parameter,
                        "invalid",
                        new Text("應為附時差的 RFC 3339 時間。", "An RFC 3339 time with its offset is needed.")));
    }

    /** Null when it is missing or empty. */
    public static @Nullable Instant instantOrNull(String parameter, @Nullable String value) {
        return value == null || value.isEmpty() ? null : instant(parameter, value);
    }

    /**
     * @param otherwise what is said of a value that is no time
     */
    public static Instant instant(String value, Violation otherwise) {
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw wrong(List.of(otherwise));
        }
    }

    public static <E extends Enum<E>> E oneOf(Class<E> type, String parameter, String name) {
        String all = Arrays.toString(type.getEnumConstants());
        return Arrays.stream(type.getEnumConstants())
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong(parameter, "可用的值：" + all, "Use one of " + all));
    }

    /** The size of a page, as a list may be asked for it. */
    public static int limit(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return Page.limit(null);
        }
        try {
            return Page.limit(Integer.valueOf(value));
        } catch (NumberFormatException e) {
            return Page.limit(0);
        }
    }

    /** The id in a cursor, null on the first page. */
    public static @Nullable UUID cursorId(@Nullable String cursor) {
        String key = Page.sortKey(cursor);
        if (key == null) {
            return null;
        }
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw Page.wrongCursor();
        }
    }

    /** An id in a path. What is no id leads nowhere, like an unknown one. */
    public static UUID pathId(String segment) {
        try {
            return UUID.fromString(segment);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }

    public static ProblemException wrong(String parameter, String chinese, String english) {
        return wrong(List.of(new Violation("query:" + parameter, "invalid", new Text(chinese, english))));
    }

    public static ProblemException wrong(List<Violation> violations) {
        return ProblemException.invalid("invalid-query", new Text("查詢條件有誤", "Wrong query"), violations);
    }
}
