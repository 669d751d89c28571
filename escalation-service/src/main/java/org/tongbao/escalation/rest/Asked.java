package org.tongbao.escalation.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.platform.http.Page;
import org.tongbao.platform.http.ProblemException;
import org.tongbao.platform.http.Violation;

/** What stands in paths and queries. */
final class Asked {
    private Asked() {}

    /** What is no id leads nowhere, like an unknown one. */
    static UUID pathId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound();
        }
    }

    static @Nullable UUID id(String parameter, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw wrong(parameter, "不是識別碼。", "This is no id.");
        }
    }

    static @Nullable UUID cursorId(@Nullable String cursor) {
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

    static @Nullable Instant instant(String parameter, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw wrong(parameter, "應為附時差的 RFC 3339 時間。", "An RFC 3339 time with its offset is needed.");
        }
    }

    static int limit(@Nullable String limit) {
        if (limit == null || limit.isEmpty()) {
            return Page.limit(null);
        }
        try {
            return Page.limit(Integer.valueOf(limit));
        } catch (NumberFormatException e) {
            return Page.limit(0);
        }
    }

    static ProblemException wrong(String parameter, String chinese, String english) {
        return ProblemException.invalid(
                "invalid-query",
                new Text("查詢條件有誤", "Wrong query"),
                List.of(new Violation("query:" + parameter, "invalid", new Text(chinese, english))));
    }
}
