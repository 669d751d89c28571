package org.tongbao.contacts.people.domain;

import java.util.Optional;
import java.util.UUID;
import org.tongbao.contacts.ledger.domain.Edit;

/** What happened to one item of a book. */
public sealed interface BookChange {
    UUID id();

    BookItem item();

    /** It is new. */
    public record Filed(UUID id, BookItem item) implements BookChange {}

    /** It says something else now. */
    public record Replaced(UUID id, BookItem before, BookItem item, long revision) implements BookChange {}

    /** It is gone. */
    public record Removed(UUID id, BookItem item) implements BookChange {}

    /** The change as an edit of what was there before; empty for what is new or gone. */
    default Optional<Edit> edit() {
        return this instanceof Replaced it
                ? Optional.of(new Edit(it.id.toString(), it.before, it.item))
                : Optional.empty();
    }
}
