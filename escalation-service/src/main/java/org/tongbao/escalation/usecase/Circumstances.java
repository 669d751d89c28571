package org.tongbao.escalation.usecase;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Relation;

/**
 * What an event adds to its occasion.
 *
 * @param cause the event's id
 * @param agencies whom it names, such as the reviewing agency
 * @param obligation key of the obligation it is about
 * @param dueAt what the recipient must keep
 */
public record Circumstances(
        UUID cause,
        Map<Relation, String> agencies,
        @Nullable String obligation,
        @Nullable Instant dueAt,
        OutgoingNotice.Facts facts) {
    public Circumstances {
        agencies = Map.copyOf(agencies);
    }

    public static Circumstances of(UUID cause) {
        return new Circumstances(cause, Map.of(), null, null, OutgoingNotice.Facts.NONE);
    }

    public Circumstances naming(Relation relation, String agency) {
        Map<Relation, String> more = new java.util.HashMap<>(agencies);
        more.put(relation, agency);
        return new Circumstances(cause, more, obligation, dueAt, facts);
    }

    public Circumstances due(@Nullable Instant at) {
        return new Circumstances(cause, agencies, obligation, at, facts);
    }

    public Circumstances about(String key) {
        return new Circumstances(cause, agencies, key, dueAt, facts);
    }

    public Circumstances with(OutgoingNotice.Facts other) {
        return new Circumstances(cause, agencies, obligation, dueAt, other);
    }
}
