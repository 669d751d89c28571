package org.tongbao.contacts.domain.people;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Expectation;
import org.tongbao.contacts.domain.Fault;
import org.tongbao.contacts.domain.Revised;

/** Takes what an import says into a book, contacts before whatever names them, and collects everything that is wrong. */
public final class BookImport {
    private final ContactBook before;
    private final ContactBook book;
    private final BookRules rules;
    private final Supplier<UUID> newIds;
    private final People people;
    private final Set<UUID> taken = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Taken> changes = new ArrayList<>();
    private final List<Taken> said = new ArrayList<>();

    public BookImport(ContactBook book, BookRules rules, Supplier<UUID> newIds) {
        this.before = book.copy();
        this.book = book;
        this.rules = rules;
        this.newIds = newIds;
        this.people = new People(book);
    }

    /**
     * One item that is not as it was.
     *
     * @param before null when it is new
     */
    public record Taken(String place, UUID id, @Nullable Item before, Revised<Item> after) {
        BookChange change() {
            return before == null
                    ? new BookChange.Filed(id, after.value())
                    : new BookChange.Replaced(id, before, after.value(), after.revision());
        }
    }

    public void take(ImportedItem item) {
        if (item.broken()) {
            takeBroken(item);
            return;
        }
        Optional<UUID> known = item.means(book, people);
        Item before = known.flatMap(it -> book.find(it, item.kind().type()))
                .map(it -> (Item) it.value())
                .orElse(null);
        List<Fault> found = new ArrayList<>();
        Optional<Item> after = item.over(before, people, found);
        UUID id = known.orElseGet(newIds);
        if (!taken.add(id)) {
            found.add(Fault.at(item.place(), Fault.Reason.NAMED_TWICE));
        } else if (before == null && book.find(id, Item.class).isPresent()) {
            found.add(Fault.at(item.place() + "/id", Fault.Reason.WRONG_ID));
        } else {
            after.ifPresent(it -> found.addAll(rules.faults(book, item.place(), id, it)));
            after.ifPresent(it -> file(item, id, before, it));
        }
        faults.addAll(found);
    }

    // Whoever names it must not be blamed for what is wrong with it.
    private void takeBroken(ImportedItem item) {
        if (item.kind() == Kind.CONTACT) {
            UUID id = item.means(book, people).orElseGet(newIds);
            if (book.contact(id).isEmpty() && book.find(id, Item.class).isEmpty()) {
                Contact standIn = item.standIn();
                book.file(id, standIn, Expectation.ANYTHING);
                people.replace(id, null, standIn);
            }
        }
    }

    private void file(ImportedItem item, UUID id, @Nullable Item before, Item after) {
        if (after instanceof Contact contact) {
            people.replace(id, before instanceof Contact known ? known : null, contact);
        }
        Optional<BookChange> change = book.file(id, after, Expectation.ANYTHING);
        book.find(id, item.kind().type())
                .map(it -> new Taken(item.place(), id, before, new Revised<Item>(it.value(), it.revision())))
                .ifPresent(it -> {
                    said.add(it);
                    if (change.isPresent()) {
                        changes.add(it);
                    }
                });
    }

    /** The book as it was without the import. */
    public ContactBook before() {
        return before;
    }

    public ContactBook book() {
        return book;
    }

    public List<Fault> faults() {
        return faults;
    }

    public List<Taken> changes() {
        return changes;
    }

    /** The book as the import makes it. Whoever is in a book that is filed for the first time hears before a shift, not now. */
    public ChangedBook changed() {
        return new ChangedBook(before, book, changes.stream().map(Taken::change).toList(), book.version() > 0);
    }

    /** Every item as it shall be, also the ones that are so already. */
    public List<Taken> said() {
        return said;
    }

    public BookRules rules() {
        return rules;
    }

    public int unchanged() {
        return said.size() - changes.size();
    }
}
