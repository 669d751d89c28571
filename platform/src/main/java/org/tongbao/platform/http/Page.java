package org.tongbao.platform.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;

/**
 * One page of a list. The cursor is the sort key of its last item; whoever follows it misses nothing that was added.
 *
 * @param next cursor of the next page, null on the last
 */
public record Page<T>(
        @JsonProperty("items") List<T> items,
        @JsonProperty("next") @Nullable String next) {
    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    /** Cuts a result that was asked for one item more than the limit. */
    public static <T> Page<T> of(List<T> oneMore, int limit, Function<T, String> sortKey) {
        if (oneMore.size() <= limit) {
            return new Page<>(oneMore, null);
        }
        List<T> items = oneMore.subList(0, limit);
        return new Page<>(items, encode(sortKey.apply(items.get(limit - 1))));
    }

    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), next);
    }

    public Response response(UriInfo uri) {
        var response = Response.ok(this);
        if (next != null) {
            response.links(Link.fromUri(uri.getRequestUriBuilder()
                            .replaceQueryParam("cursor", next)
                            .build())
                    .rel("next")
                    .build());
        }
        return response.build();
    }

    /**
     * @throws ProblemException 400 when it is no number from 1 to 200
     */
    public static int limit(@Nullable Integer asked) {
        if (asked == null) {
            return DEFAULT_LIMIT;
        }
        if (asked < 1 || asked > MAX_LIMIT) {
            throw wrong(
                    "query:limit", "limit 應為 1 到 " + MAX_LIMIT + "。", "limit is a number from 1 to " + MAX_LIMIT + ".");
        }
        return asked;
    }

    /** The sort key in a cursor, null on the first page. */
    public static @Nullable String sortKey(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw wrongCursor();
        }
    }

    public static ProblemException wrongCursor() {
        return wrong("query:cursor", "cursor 不是本系統給的值。", "cursor is not one of ours.");
    }

    /** What stands for a whole number in the query is none, or has more digits than one has. */
    static ProblemException wrongNumber() {
        return wrong("query", "查詢條件裡的數字應為整數，如 limit=50。", "Numbers in the query are whole ones, as limit=50.");
    }

    private static ProblemException wrong(String pointer, String chinese, String english) {
        return ProblemException.invalid(
                "invalid-query",
                new Text("查詢條件有誤", "Wrong query"),
                List.of(new Violation(pointer, "invalid", new Text(chinese, english))));
    }

    private static String encode(String sortKey) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sortKey.getBytes(StandardCharsets.UTF_8));
    }
}
