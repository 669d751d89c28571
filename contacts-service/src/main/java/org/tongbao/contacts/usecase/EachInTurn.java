package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** One after the other: parallel branches on one transaction lose it. */
public final class EachInTurn {
    private EachInTurn() {}

    public static <T, R> Uni<List<R>> of(Collection<T> items, Function<T, Uni<R>> work) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .asList();
    }
}
