package org.tongbao.review.review.usecase;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongbao.review.review.domain.Conclusion;
import org.tongbao.review.review.domain.ReviewChange;
import org.tongbao.review.review.domain.Reviewer;

/**
 * A change as an entry of the review's history.
 *
 * @param action in the past tense
 * @param by null when the engine did it
 * @param detail values without free text
 * @param comment what the person wrote
 */
public record ReviewHistoryEntry(
        Instant at,
        String action,
        @Nullable Reviewer by,
        Map<String, Object> detail,
        @Nullable String comment) {

    public static ReviewHistoryEntry of(ReviewChange change) {
        return change.accept(ENTRIES);
    }

    private static final ReviewChange.Visitor<ReviewHistoryEntry> ENTRIES = new ReviewChange.Visitor<>() {
        @Override
        public ReviewHistoryEntry opened(ReviewChange.Opened it) {
            return engine(it.at(), "review-opened", values("authority", it.authority(), "dueAt", it.dueAt()));
        }

        @Override
        public ReviewHistoryEntry claimed(ReviewChange.Claimed it) {
            return new ReviewHistoryEntry(it.at(), "review-claimed", it.by(), Map.of(), null);
        }

        @Override
        public ReviewHistoryEntry released(ReviewChange.Released it) {
            return new ReviewHistoryEntry(it.at(), "review-released", it.by(), Map.of(), null);
        }

        @Override
        public ReviewHistoryEntry informationRequested(ReviewChange.InformationRequested it) {
            return new ReviewHistoryEntry(it.at(), "information-requested", it.by(), Map.of(), it.what());
        }

        @Override
        public ReviewHistoryEntry deadlineMissed(ReviewChange.DeadlineMissed it) {
            String next = it.next().orElse(null);
            return engine(
                    it.at(), "review-missed", values("authority", it.authority(), "dueAt", it.dueAt(), "next", next));
        }

        @Override
        public ReviewHistoryEntry takenOver(ReviewChange.TakenOver it) {
            return new ReviewHistoryEntry(it.at(), "review-taken-over", it.by(), values("from", it.from()), null);
        }

        @Override
        public ReviewHistoryEntry levelChanged(ReviewChange.LevelChanged it) {
            return engine(
                    it.at(),
                    "level-changed",
                    values("from", it.from().number(), "to", it.to().number(), "dueAt", it.dueAt()));
        }

        @Override
        public ReviewHistoryEntry filedAgain(ReviewChange.FiledAgain it) {
            return engine(it.at(), "closing-filed-again", Map.of());
        }

        @Override
        public ReviewHistoryEntry approved(ReviewChange.Approved it) {
            return engine(it.at(), "report-approved", Map.of());
        }

        @Override
        public ReviewHistoryEntry concluded(ReviewChange.Concluded it) {
            Conclusion end = it.conclusion();
            var detail = values(
                    "outcome",
                    end.decision().outcome().name(),
                    "level",
                    end.level() == null ? null : end.level().number(),
                    "late",
                    end.late());
            return new ReviewHistoryEntry(
                    it.at(),
                    "review-concluded",
                    end.by(),
                    detail,
                    end.decision().basis());
        }
    };

    private static ReviewHistoryEntry engine(Instant at, String action, Map<String, Object> detail) {
        return new ReviewHistoryEntry(at, action, null, detail, null);
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
