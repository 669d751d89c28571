package org.tongbao.contacts.imports.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Precondition;
import org.tongbao.contacts.domain.ValidationError;
import org.tongbao.contacts.domain.Versioned;
import org.tongbao.contacts.people.domain.BookChange;
import org.tongbao.contacts.people.domain.BookItem;
import org.tongbao.contacts.people.domain.BookRules;
import org.tongbao.contacts.people.domain.ChangedBook;
import org.tongbao.contacts.people.domain.Contact;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contacts.people.domain.ContactsByName;
import org.tongbao.contacts.people.domain.ItemKind;

/** Takes what an import says into a book, contacts before whatever names them, and collects everything that is wrong. */
public final class BookImport {
    private final ContactBook before;
    private final ContactBook book;
    private final BookRules rules;
    private final Supplier<UUID> newIds;
    private final ContactsByName people;
    private final Set<UUID> taken = new HashSet<>();
    private final List<ValidationError> errors = new ArrayList<>();
    private final List<ImportedChange> changes = new ArrayList<>();
    private final List<ImportedChange> items = new ArrayList<>();

    public BookImport(ContactBook book, BookRules rules, Supplier<UUID> newIds) {
        this.before = book.copy();
        this.book = book;
        this.rules = rules;
        this.newIds = newIds;
        this.people = new ContactsByName(book);
    }

    /**
     * One item that is not as it was.
     *
     * @param before null when it is new
     */
    public record ImportedChange(
            String place, UUID id, @Nullable BookItem before, Versioned<BookItem> after) {
        public BookChange change() {
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
        BookItem before = known.flatMap(it -> book.find(it, item.kind().type()))
                .map(it -> (BookItem) it.value())
                .orElse(null);
        List<ValidationError> found = new ArrayList<>();
        Optional<BookItem> after = item.over(before, people, found);
        UUID id = known.orElseGet(newIds);
        if (!taken.add(id)) {
            found.add(ValidationError.at(item.place(), ValidationError.Reason.NAMED_TWICE));
        } else if (before == null && book.find(id, BookItem.class).isPresent()) {
            found.add(ValidationError.at(item.place() + "/id", ValidationError.Reason.WRONG_ID));
        } else {
            after.ifPresent(it -> found.addAll(rules.errors(book, item.place(), id, it)));
            after.ifPresent(it -> file(item, id, before, it));
        }
        errors.addAll(found);
    }

    // Whoever names it must not be blamed for what is wrong with it.
    private void takeBroken(ImportedItem item) {
        if (item.kind() == ItemKind.CONTACT) {
            UUID id = item.means(book, people).orElseGet(newIds);
            if (book.contact(id).isEmpty() && book.find(id, BookItem.class).isEmpty()) {
                Contact standIn = item.standIn();
                book.file(id, standIn, Precondition.ANYTHING);
                people.replace(id, null, standIn);
            }
        }
    }

    private void file(ImportedItem item, UUID id, @Nullable BookItem before, BookItem after) {
        if (after instanceof Contact contact) {
            people.replace(id, before instanceof Contact known ? known : null, contact);
        }
        Optional<BookChange> change = book.file(id, after, Precondition.ANYTHING);
        book.find(id, item.kind().type())
                .map(it -> new ImportedChange(
                        item.place(), id, before, new Versioned<BookItem>(it.value(), it.revision())))
                .ifPresent(it -> {
                    items.add(it);
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

    public List<ValidationError> errors() {
        return errors;
    }

    public List<ImportedChange> changes() {
        return changes;
    }

    /** The book as the import makes it. Whoever is in a book that is filed for the first time hears before a shift, not now. */
    public ChangedBook changed() {
        return new ChangedBook(
                before, book, changes.stream().map(ImportedChange::change).toList(), book.version() > 0);
    }

    /** Every item as it shall be, also the ones that are so already. */
    public List<ImportedChange> items() {
        return items;
    }

    public BookRules rules() {
        return rules;
    }

    public int unchanged() {
        return items.size() - changes.size();
    }
}
