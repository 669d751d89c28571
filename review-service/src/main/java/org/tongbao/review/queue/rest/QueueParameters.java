package org.tongbao.review.queue.rest;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.ReviewKind;
import org.tongbao.platform.http.Page;
import org.tongbao.platform.http.QueryParameters;
import org.tongbao.review.incident.domain.IncidentId;
import org.tongbao.review.queue.usecase.QueueFilter;
import org.tongbao.review.review.domain.ReviewState;
import org.tongbao.review.review.domain.Status;

/** What a list may be asked for. */
public class QueueParameters {
    private static final Set<Status> PENDING = EnumSet.of(Status.OPEN, Status.OVERDUE);
    private static final String NEVER = "-";

    @Parameter(description = "OPEN, OVERDUE or CONCLUDED; may be repeated. Without it, what waits for a decision.")
    @QueryParam("state")
    @Nullable
    List<String> state;

    @Parameter(description = "LEVEL or CLOSING")
    @QueryParam("kind")
    @Nullable
    String kind;

    @Parameter(description = "code of the agency whose turn it is")
    @QueryParam("authority")
    @Nullable
    String authority;

    @QueryParam("incident")
    @Nullable
    String incident;

    @Parameter(description = "RFC 3339 time; asks for all states unless some are named")
    @QueryParam("updatedSince")
    @Nullable
    String updatedSince;

    @QueryParam("cursor")
    @Nullable
    String cursor;

    @Parameter(description = "1 to 200, default 50")
    @QueryParam("limit")
    @Nullable
    String limit;

    int pageSize() {
        return QueryParameters.limit(limit);
    }

    /** Asks for one more than the page holds, to know whether another follows. */
    QueueFilter filter() {
        return new QueueFilter(
                states(),
                kind == null ? null : QueryParameters.oneOf(ReviewKind.class, "kind", kind),
                authority,
                incident == null ? null : new IncidentId(QueryParameters.id("incident", incident)),
                updatedSince == null ? null : QueryParameters.instant("updatedSince", updatedSince),
                position(),
                pageSize() + 1);
    }

    static String sortKey(ReviewState review) {
        Instant dueAt = review.terms().dueAt();
        return (dueAt == null ? NEVER : dueAt) + "|" + review.id().value();
    }

    private Set<Status> states() {
        if (state == null || state.isEmpty()) {
            return updatedSince == null ? PENDING : EnumSet.allOf(Status.class);
        }
        Set<Status> asked = new LinkedHashSet<>();
        state.forEach(name -> asked.add(QueryParameters.oneOf(Status.class, "state", name)));
        return asked;
    }

    private QueueFilter.@Nullable Position position() {
        String key = Page.sortKey(cursor);
        if (key == null) {
            return null;
        }
        String[] parts = key.split("\\|", -1);
        if (parts.length != 2) {
            throw Page.wrongCursor();
        }
        try {
            return new QueueFilter.Position(
                    parts[0].equals(NEVER) ? null : Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Page.wrongCursor();
        }
    }
}
