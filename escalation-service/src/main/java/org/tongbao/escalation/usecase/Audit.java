package org.tongbao.escalation.usecase;

import io.smallrye.mutiny.Uni;

/** What no notice and no delivery may ever look like. Within a transaction of the engine. */
public interface Audit {
    /** Gives what would never be looked at again a due time: now. How many that were. */
    Uni<Integer> repair();

    Uni<Findings> look();

    /**
     * @param lateNotices ladders whose due time passed five minutes ago
     * @param lateDeliveries messages whose due time passed five minutes ago
     * @param waitingCalls calls that nobody made for five minutes
     */
    record Findings(int lateNotices, int lateDeliveries, int waitingCalls) {}
}
