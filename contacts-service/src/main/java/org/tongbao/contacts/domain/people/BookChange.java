package org.tongbao.contacts.domain.people;

import java.util.Optional;
import java.util.UUID;
import org.tongbao.contacts.domain.ledger.Edit;

/** What happened to one item of a book. */
public sealed interface BookChange {
    UUID id();

    BookItem item();

    /** It is new. */
    record Filed(UUID id, BookItem item) implements BookChange {}

    /** It says something else now. */
    record Replaced(UUID id, BookItem before, BookItem item, long revision) implements BookChange {}

    /** It is gone. */
    record Removed(UUID id, BookItem item) implements BookChange {}

    /** The change as an edit of what was there before; empty for what is new or gone. */
    default Optional<Edit> edit() {
        return this instanceof Replaced it
                ? Optional.of(new Edit(it.id.toString(), it.before, it.item))
                : Optional.empty();
    }
}
