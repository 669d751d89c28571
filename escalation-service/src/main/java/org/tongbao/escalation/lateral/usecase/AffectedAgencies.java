package org.tongbao.escalation.lateral.usecase;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.platform.access.Caller;

/** 受影響機關 as they were named, and which of them wait for the duty desk. Within a transaction of the engine. */
public interface AffectedAgencies {
    /** Keeps them; those that were not named before. */
    Uni<List<String>> add(UUID incidentId, Collection<String> agencies);

    /** How many were named so far. */
    Uni<Integer> count(UUID incidentId);

    /** The question of this incident that nobody has decided yet, locked. */
    Uni<Optional<UUID>> findOpenForUpdate(UUID incidentId);

    /** Keeps a notice as a confirmation. */
    Uni<Void> requestConfirmation(UUID noticeId, UUID incidentId);

    /** Lets these wait for its decision. */
    Uni<Void> awaitConfirmation(UUID noticeId, UUID incidentId, Collection<String> agencies);

    Uni<Optional<Confirmation>> findForUpdate(UUID noticeId);

    Uni<Void> decide(UUID noticeId, Decision decision);

    /** Those that wait, or waited, for this decision. */
    Uni<List<String>> awaiting(UUID noticeId);

    /** Those that must have been notified: named, and neither waiting nor declined. */
    Uni<List<String>> toNotify(UUID incidentId);

    /**
     * @param decision null while there is none
     */
    record Confirmation(ConfirmationDecision.@Nullable Outcome decision) {}

    record Decision(
            ConfirmationDecision.Outcome decision, @Nullable String reason, Caller by, Instant at) {}
}
