package org.tongbao.contacts.people.domain;

import java.time.Instant;
import java.util.UUID;
import org.tongbao.contacts.domain.Fact;

/** Something in an agency's book that people file, change and remove; {@link ItemKind} lists what there is. */
public interface BookItem extends Fact {
    /** Whether all of it is in the past. */
    default boolean hasEnded(Instant now) {
        return false;
    }

    /** Whether it counts on a contact to do something now or later, so that the contact cannot go. */
    default boolean needs(UUID contact, Instant now) {
        return false;
    }
}
