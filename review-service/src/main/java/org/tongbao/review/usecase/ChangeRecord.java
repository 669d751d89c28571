package org.tongbao.review.usecase;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongbao.review.domain.Conclusion;
import org.tongbao.review.domain.ReviewChange;
import org.tongbao.review.domain.Reviewer;

/**
 * A change as one line of the history.
 *
 * @param what a fact in the past tense
 * @param by null when the engine did it
 * @param detail values without free text
 * @param words what the person wrote
 */
public record ChangeRecord(
        Instant at,
        String what,
        @Nullable Reviewer by,
        Map<String, Object> detail,
        @Nullable String words) {

    public static ChangeRecord of(ReviewChange change) {
        Instant at = change.at();
        if (change instanceof ReviewChange.Opened it) {
            return engine(at, "review-opened", values("authority", it.authority(), "dueAt", it.dueAt()));
        }
        if (change instanceof ReviewChange.Claimed it) {
            return new ChangeRecord(at, "review-claimed", it.by(), Map.of(), null);
        }
        if (change instanceof ReviewChange.Released it) {
            return new ChangeRecord(at, "review-released", it.by(), Map.of(), null);
        }
        if (change instanceof ReviewChange.InformationRequested it) {
            return new ChangeRecord(at, "information-requested", it.by(), Map.of(), it.what());
        }
        if (change instanceof ReviewChange.DeadlineMissed it) {
            return engine(
                    at,
                    "review-missed",
                    values(
                            "authority",
                            it.authority(),
                            "dueAt",
                            it.dueAt(),
                            "next",
                            it.next().orElse(null)));
        }
        if (change instanceof ReviewChange.TakenOver it) {
            return new ChangeRecord(at, "review-taken-over", it.by(), values("from", it.from()), null);
        }
        if (change instanceof ReviewChange.LevelChanged it) {
            return engine(
                    at,
                    "level-changed",
                    values("from", it.from().number(), "to", it.to().number(), "dueAt", it.dueAt()));
        }
        if (change instanceof ReviewChange.FiledAgain) {
            return engine(at, "closing-filed-again", Map.of());
        }
        if (change instanceof ReviewChange.Approved) {
            return engine(at, "report-approved", Map.of());
        }
        return concluded((ReviewChange.Concluded) change);
    }

    private static ChangeRecord concluded(ReviewChange.Concluded change) {
        Conclusion end = change.conclusion();
        var detail = values(
                "outcome",
                end.verdict().outcome().name(),
                "level",
                end.level() == null ? null : end.level().number(),
                "late",
                end.late());
        return new ChangeRecord(
                change.at(), "review-concluded", end.by(), detail, end.verdict().basis());
    }

    private static ChangeRecord engine(Instant at, String what, Map<String, Object> detail) {
        return new ChangeRecord(at, what, null, detail, null);
    }

    private static Map<String, Object> values(@Nullable Object... keysAndValues) {
        Map<String, Object> detail = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            Object value = keysAndValues[i + 1];
            if (value != null) {
                detail.put(
                        String.valueOf(keysAndValues[i]),
                        value instanceof Instant instant ? instant.toString() : value);
            }
        }
        return detail;
    }
}
