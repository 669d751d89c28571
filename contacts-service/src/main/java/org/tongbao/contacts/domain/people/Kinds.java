package org.tongbao.contacts.domain.people;

import java.util.Arrays;
import org.tongbao.contacts.domain.Fact;

/** The kinds of items a book may hold, as the ledger calls them. */
public final class Kinds {
    private Kinds() {}

    /** The item that the ledger calls so. */
    public static Class<? extends Item> of(String kind) {
        return Arrays.stream(Item.class.getPermittedSubclasses())
                .filter(it -> Fact.kindOf(it).equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of item: " + kind))
                .asSubclass(Item.class);
    }
}
