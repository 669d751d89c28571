package org.tongbao.escalation.db;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongbao.escalation.notice.domain.Unreached;
import org.tongbao.escalation.notice.usecase.NoticeFacts;
import org.tongbao.platform.sql.JsonColumn;

/** The JSON of the column {@code notice.facts}; statements look into it by these names. */
public record StoredFacts(
        NoticeFacts.@Nullable AcknowledgedBy takenBy,
        @Nullable Integer levelBefore,
        @Nullable Integer levelAfter,
        @Nullable String obligation,
        @Nullable Integer percent,
        @Nullable String outcome,
        @Nullable List<Unreached> unreached) {
    public static String write(NoticeFacts it) {
        return JsonColumn.write(new StoredFacts(
                it.acknowledgedBy(),
                it.levelBefore(),
                it.levelAfter(),
                it.obligation(),
                it.percent(),
                it.outcome(),
                it.unreached().isEmpty() ? null : it.unreached()));
    }

    public static NoticeFacts read(String json) {
        StoredFacts it = JsonColumn.read(json, StoredFacts.class);
        return new NoticeFacts(
                it.takenBy,
                it.levelBefore,
                it.levelAfter,
                it.obligation,
                it.percent,
                it.outcome,
                it.unreached == null ? List.of() : it.unreached);
    }
}
