package org.tongbao.contacts.usecase;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongbao.contacts.domain.agency.AgencyChange;
import org.tongbao.contacts.domain.ledger.Edit;
import org.tongbao.contacts.domain.people.BookChange;
import org.tongbao.contacts.domain.people.BookImport;
import org.tongbao.contacts.domain.people.ContactBook;
import org.tongbao.contacts.domain.people.Item;
import org.tongbao.contacts.domain.people.Wish;

/** What changes come to as edits of what was there before. */
final class Edits {
    private Edits() {}

    static List<Edit> of(List<AgencyChange> changes) {
        return changes.stream()
                .filter(AgencyChange.Changed.class::isInstance)
                .map(AgencyChange.Changed.class::cast)
                .map(it -> new Edit(it.code().value(), it.before(), it.agency()))
                .toList();
    }

    static Stream<Edit> of(BookImport book) {
        return book.changes().stream()
                .filter(it -> it.before() != null)
                .map(it -> new Edit(
                        it.id().toString(),
                        Objects.requireNonNull(it.before()),
                        it.after().value()));
    }

    /** The items of the wishes as they are before these are filed. */
    static Map<UUID, Item> before(ContactBook book, List<Wish> wishes) {
        return wishes.stream()
                .map(Wish::id)
                .distinct()
                .filter(it -> book.find(it, Item.class).isPresent())
                .collect(Collectors.toMap(
                        it -> it, it -> book.find(it, Item.class).orElseThrow().value()));
    }

    static List<Edit> of(List<BookChange> changes, Map<UUID, Item> before) {
        return changes.stream()
                .filter(BookChange.Replaced.class::isInstance)
                .map(BookChange.Replaced.class::cast)
                .filter(it -> before.containsKey(it.id()))
                .map(it -> new Edit(
                        it.id().toString(),
                        Objects.requireNonNull(before.get(it.id())),
                        it.item().value()))
                .toList();
    }
}
