package org.tongbao.escalation.usecase;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.escalation.domain.Candidate;

/** The notices, with everybody told. All within a transaction of the engine. */
public interface Notices {
    /** Reads one and keeps everybody else from changing it until the transaction ends. */
    Uni<Optional<FiledNotice>> lock(UUID id);

    /** Locks the gravest of those that are due and nobody else is working on. */
    Uni<Optional<UUID>> lockNextDue();

    /** Makes one due in a minute. */
    Uni<Void> postpone(UUID id);

    /** Those of an incident that are not ended, locked. */
    Uni<List<FiledNotice>> lockRunning(UUID incidentId);

    /** Keeps what changed, one statement for all. */
    Uni<Void> save(List<FiledNotice.Changed> changes);

    /**
     * Everybody told by notices of this incident that ask for an acknowledgement, by the agency that the notice was for.
     *
     * @param rule of those of one rule only
     * @param notice of this one only
     */
    Uni<List<ToldBefore>> toldBefore(UUID incidentId, Optional<String> rule, Optional<UUID> notice);

    record ToldBefore(String recipientAgency, List<Candidate> people) {}
}
