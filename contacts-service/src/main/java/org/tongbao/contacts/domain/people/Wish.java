package org.tongbao.contacts.domain.people;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Expectation;
import org.tongbao.contacts.domain.Timing;

/**
 * What somebody wants of one item of a book.
 *
 * @param place JSON pointer of the item in the body, empty when it is the body
 * @param item null to remove it
 * @param overtaken whether something filed for later than this says is in force already
 */
public record Wish(
        String place,
        UUID id,
        Class<? extends Item> kind,
        @Nullable Item item,
        Expectation expectation,
        Timing timing,
        boolean overtaken) {
    /** @param overtaken ids of which something filed for later is in force already */
    public static List<Wish> marked(List<Wish> wishes, Set<String> overtaken) {
        return wishes.stream()
                .map(it -> overtaken.contains(it.id.toString())
                        ? new Wish(it.place, it.id, it.kind, it.item, it.expectation, it.timing, true)
                        : it)
                .toList();
    }

    Wish unconditional() {
        return new Wish(place, id, kind, item, Expectation.ANYTHING, timing, overtaken);
    }
}
