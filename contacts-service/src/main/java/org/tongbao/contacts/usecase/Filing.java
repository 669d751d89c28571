package org.tongbao.contacts.usecase;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Expectation;
import org.tongbao.contacts.domain.Timing;
import org.tongbao.contacts.domain.people.Item;

/**
 * An item as somebody wants it.
 *
 * @param place JSON pointer of the item in the body, empty when it is the body
 * @param id null for something new, or for what an import means by its content
 */
public record Filing(String place, @Nullable UUID id, Item item, Expectation expectation, Timing timing) {
    public Filing(String place, @Nullable UUID id, Item item, Expectation expectation) {
        this(place, id, item, expectation, Timing.NOW);
    }
}
