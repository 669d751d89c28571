package org.tongbao.escalation.notice.usecase;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongbao.escalation.notice.domain.Unreached;

/**
 * What the notice is about, as far as a mail may say it. Each is null where it does not apply.
 *
 * @param acknowledgedBy who acknowledged the notice that this one follows
 * @param levelBefore with a changed level
 * @param levelAfter with a changed or decided level
 * @param obligation key of the obligation that is near, overdue or met
 * @param percent of its limit that has passed
 * @param outcome word of the event, such as {@code CONFIRMED}, {@code RELEVELED}, {@code OVERDUE}
 * @param unreached what reached nobody
 */
public record NoticeFacts(
        @Nullable AcknowledgedBy acknowledgedBy,
        @Nullable Integer levelBefore,
        @Nullable Integer levelAfter,
        @Nullable String obligation,
        @Nullable Integer percent,
        @Nullable String outcome,
        List<Unreached> unreached) {
    public NoticeFacts {
        unreached = List.copyOf(unreached);
    }

    public NoticeFacts(
            @Nullable AcknowledgedBy acknowledgedBy,
            @Nullable Integer levelBefore,
            @Nullable Integer levelAfter,
            @Nullable String obligation,
            @Nullable Integer percent,
            @Nullable String outcome) {
        this(acknowledgedBy, levelBefore, levelAfter, obligation, percent, outcome, List.of());
    }

    static NoticeFacts of(List<Unreached> unreached) {
        return new NoticeFacts(null, null, null, null, null, null, unreached);
    }

    public static final NoticeFacts NONE = new NoticeFacts(null, null, null, null, null, null);

    /** Who acknowledged, and when. */
    public record AcknowledgedBy(String name, String role, String agency, Instant at) {}
}
