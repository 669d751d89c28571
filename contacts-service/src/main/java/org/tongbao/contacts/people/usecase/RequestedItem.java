package org.tongbao.contacts.people.usecase;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.EffectiveTime;
import org.tongbao.contacts.domain.Precondition;
import org.tongbao.contacts.people.domain.BookItem;

/**
 * An item as somebody wants it.
 *
 * @param place JSON pointer of the item in the body, empty when it is the body
 * @param id null for something new, or for what an import means by its content
 */
public record RequestedItem(
        String place, @Nullable UUID id, BookItem item, Precondition precondition, EffectiveTime effectiveTime) {
    public RequestedItem(String place, @Nullable UUID id, BookItem item, Precondition precondition) {
        this(place, id, item, precondition, EffectiveTime.NOW);
    }
}
