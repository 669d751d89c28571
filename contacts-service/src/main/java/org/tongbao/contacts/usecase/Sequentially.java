package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** One after the other: parallel branches on one transaction lose it. */
public final class Sequentially {
    private Sequentially() {}

    public static <T, R> Uni<List<R>> of(Collection<T> items, Function<T, Uni<R>> work) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .asList();
    }

    /** The same things in lists of at most that size, so that one statement does not take too much. */
    public static <T> List<List<T>> parts(List<T> all, int size) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            parts.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return parts;
    }
}
