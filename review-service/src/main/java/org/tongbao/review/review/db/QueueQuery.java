package org.tongbao.review.review.db;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tongbao.review.queue.usecase.QueueFilter;
import org.tongbao.review.review.domain.Status;

/** The HQL of a queue filter. */
final class QueueQuery {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    QueueQuery(QueueFilter filter) {
        add(
                "status in :states",
                "states",
                filter.states().stream().map(Status::name).toList());
        if (filter.kind() != null) {
            add("kind = :kind", "kind", filter.kind().name());
        }
        if (filter.authority() != null) {
            add("authority = :authority", "authority", filter.authority());
        }
        if (filter.incident() != null) {
            add("incidentId = :incident", "incident", filter.incident().value());
        }
        if (filter.updatedSince() != null) {
            add("updatedAt >= :since", "since", filter.updatedSince());
        }
        if (filter.after() != null) {
            after(filter.after().dueAt(), filter.after().id());
        }
    }

    private void after(@org.jspecify.annotations.Nullable Instant dueAt, UUID id) {
        add(
                "(queueAt > :afterDue or queueAt = :afterDue and id > :afterId)",
                "afterDue",
                dueAt == null ? ReviewRow.END_OF_TIME : dueAt);
        parameters.put("afterId", id);
    }

    private void add(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }

    String text() {
        return String.join(" and ", conditions) + " order by queueAt, id";
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
