package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.tongbao.contacts.domain.ledger.Line;
import org.tongbao.contacts.domain.people.BookTimeline;
import org.tongbao.contacts.domain.people.ContactBook;
import org.tongbao.platform.access.Caller;

/** Stores what a document for a stated time comes to: what it changes at once, and its lines of the ledger as one change. */
@ApplicationScoped
class FiledDirectory {
    private final PublishedDirectory directory;
    private final PublishedBooks books;
    private final FilingOffice office;

    FiledDirectory(PublishedDirectory directory, PublishedBooks books, FilingOffice office) {
        this.directory = directory;
        this.books = books;
        this.office = office;
    }

    Uni<List<Line>> store(Caller caller, FilingPlan.Result plan, Instant now) {
        return directory
                .save(caller, plan.agencies())
                .chain(() -> EachInTurn.of(plan.books().entrySet(), it -> save(caller, it, now)))
                .chain(() -> office.carry(caller, now, plan.edits()))
                .chain(() -> office.write(caller, now, plan.drafts()));
    }

    private Uni<Void> save(Caller caller, Map.Entry<ContactBook, BookTimeline.Outcome> filed, Instant now) {
        ContactBook book = filed.getKey();
        return filed.getValue().changes().isEmpty()
                ? Uni.createFrom().voidItem()
                // The book of a new agency is not there yet.
                : books.open(book.agency()).chain(() -> books.save(caller, book, filed.getValue(), now));
    }
}
