package org.tongbao.contacts.people.domain;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.EffectiveTime;
import org.tongbao.contacts.domain.Precondition;
import org.tongbao.contacts.ledger.domain.Requested;

/**
 * What somebody wants of one item of a book.
 *
 * @param place JSON pointer of the item in the body, empty when it is the body
 * @param item null to remove it
 * @param superseded whether something filed for later than this says is in force already
 */
public record RequestedChange(
        String place,
        UUID id,
        Class<? extends BookItem> kind,
        @Nullable BookItem item,
        Precondition precondition,
        EffectiveTime effectiveTime,
        boolean superseded)
        implements Requested<RequestedChange> {
    /** @param superseded ids of which something filed for later is in force already */
    public static List<RequestedChange> marked(List<RequestedChange> requests, Set<String> superseded) {
        return requests.stream()
                .map(it -> superseded.contains(it.id.toString())
                        ? new RequestedChange(
                                it.place, it.id, it.kind, it.item, it.precondition, it.effectiveTime, true)
                        : it)
                .toList();
    }

    @Override
    public RequestedChange unconditional() {
        return new RequestedChange(place, id, kind, item, Precondition.ANYTHING, effectiveTime, superseded);
    }
}
