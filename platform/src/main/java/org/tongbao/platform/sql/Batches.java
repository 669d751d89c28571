package org.tongbao.platform.sql;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Deletes much in small transactions: a long one holds locks, and keeps what nobody needs any more from being cleaned up. */
public final class Batches {
    /** Rows of one statement. */
    public static final int SIZE = 5_000;

    private Batches() {}

    /**
     * Runs a statement again until it finds less than a batch.
     *
     * @param batch deletes up to {@link #SIZE} rows in a transaction of its own, and answers how many
     */
    public static Uni<Void> untilDone(Supplier<Uni<Integer>> batch) {
        return Uni.createFrom()
                .deferred(() -> batch.get())
                .repeat()
                .until(deleted -> deleted < SIZE)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
