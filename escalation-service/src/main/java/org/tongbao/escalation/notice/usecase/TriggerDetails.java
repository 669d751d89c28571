package org.tongbao.escalation.notice.usecase;

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
public record TriggerDetails(
        UUID cause,
        Map<Relation, String> agencies,
        @Nullable String obligation,
        @Nullable Instant dueAt,
        NoticeFacts facts) {
    public TriggerDetails {
        agencies = Map.copyOf(agencies);
    }

    public static TriggerDetails of(UUID cause) {
        return new TriggerDetails(cause, Map.of(), null, null, NoticeFacts.NONE);
    }

    public TriggerDetails naming(Relation relation, String agency) {
        Map<Relation, String> more = new java.util.HashMap<>(agencies);
        more.put(relation, agency);
        return new TriggerDetails(cause, more, obligation, dueAt, facts);
    }

    public TriggerDetails due(@Nullable Instant at) {
        return new TriggerDetails(cause, agencies, obligation, at, facts);
    }

    public TriggerDetails about(String key) {
        return new TriggerDetails(cause, agencies, key, dueAt, facts);
    }

    public TriggerDetails with(NoticeFacts other) {
        return new TriggerDetails(cause, agencies, obligation, dueAt, other);
    }
}
