package org.tongbao.review.db;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tongbao.review.domain.Status;
import org.tongbao.review.usecase.QueueQuestion;

/** Puts a question to the queue into HQL. */
final class QueueQuery {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    QueueQuery(QueueQuestion question) {
        add(
                "status in :states",
                "states",
                question.states().stream().map(Status::name).toList());
        if (question.kind() != null) {
            add("kind = :kind", "kind", question.kind().name());
        }
        if (question.authority() != null) {
            add("authority = :authority", "authority", question.authority());
        }
        if (question.incident() != null) {
            add("incidentId = :incident", "incident", question.incident().value());
        }
        if (question.updatedSince() != null) {
            add("updatedAt >= :since", "since", question.updatedSince());
        }
        if (question.after() != null) {
            after(question.after().dueAt(), question.after().id());
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
