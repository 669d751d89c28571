package org.tongbao.escalation.audit.usecase;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What no notice and no delivery may ever be. Within a transaction of the engine. */
public interface Audit {
    /** Makes due now what would never be due again. How many that were. */
    Uni<Integer> repair();

    Uni<Findings> findings();

    /** Locks the gravest incident that changed since it was last audited and that nobody else is auditing. */
    Uni<Optional<UUID>> nextForUpdate();

    Uni<Void> audited(UUID incidentId);

    /** Audits it in a minute. */
    Uni<Void> postpone(UUID incidentId);

    /** The notices that an incident has, whatever became of them. */
    Uni<Set<RequiredNotice>> opened(UUID incidentId);

    /** That this agency is notified under this rule. */
    record RequiredNotice(UUID incidentId, String rule, String recipientAgency) {}

    /**
     * @param lateNotices ladders whose due time passed five minutes ago
     * @param lateDeliveries messages whose due time passed five minutes ago
     * @param waitingCalls calls that nobody made for five minutes; like the two before, 10,000 stands for that many or more
     * @param undecided questions to a duty desk without a decision for five minutes: affected agencies wait for it
     * @param unaudited incidents that changed five minutes ago and were not audited since
     * @param directory messages of the directory
     */
    record Findings(
            int lateNotices, int lateDeliveries, int waitingCalls, int undecided, int unaudited, Directory directory) {}

    /**
     * @param late whose due time passed five minutes ago
     * @param failed that ended within a day and reached nobody: no channel left, or too late
     * @param waitingCalls calls that nobody made for an hour
     */
    record Directory(int late, int failed, int waitingCalls) {}
}
