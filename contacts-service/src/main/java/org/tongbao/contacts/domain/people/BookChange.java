package org.tongbao.contacts.domain.people;

import java.util.UUID;
import org.tongbao.contacts.domain.Revised;

/** What happened to one item of a book. */
public sealed interface BookChange {
    UUID id();

    /** It is new. */
    record Filed(UUID id, Item item) implements BookChange {}

    /** It says something else now. */
    record Replaced(UUID id, Revised<Item> item) implements BookChange {}

    /** It is gone. */
    record Removed(UUID id, Item item) implements BookChange {}
}
