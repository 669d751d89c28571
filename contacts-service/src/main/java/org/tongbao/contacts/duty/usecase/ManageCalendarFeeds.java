package org.tongbao.contacts.duty.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.usecase.Agencies;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.ValidationError;
import org.tongbao.contacts.people.usecase.BookAccess;
import org.tongbao.contacts.people.usecase.Books;
import org.tongbao.contacts.usecase.DirectoryJournal;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;

/** Opens and closes the secret addresses of an agency's calendars, on record. */
@ApplicationScoped
public class ManageCalendarFeeds {
    private final Transactions transactions;
    private final BookAccess scope;
    private final Books books;
    private final CalendarFeeds feeds;
    private final DirectoryJournal journal;

    ManageCalendarFeeds(
            Transactions transactions, BookAccess scope, Books books, CalendarFeeds feeds, DirectoryJournal journal) {
        this.transactions = transactions;
        this.scope = scope;
        this.books = books;
        this.feeds = feeds;
        this.journal = journal;
    }

    /** The secret is shown now and never again. */
    public Uni<FeedSecret> open(Caller caller, CalendarFeed feed) {
        FeedSecret secret = FeedSecret.next();
        return transactions.as(caller, () -> scope.mayChange(Agencies.of(caller), feed.agency())
                .chain(() -> checkContact(feed))
                .chain(() -> feeds.add(feed, secret.hash()))
                .chain(() -> journal.record(caller, "calendar-opened", feed.agency(), Map.of("feed", feed.id())))
                .replaceWith(secret));
    }

    public Uni<List<CalendarFeed>> list(Caller caller, AgencyCode agency) {
        return transactions.as(
                caller, () -> scope.mayChange(Agencies.of(caller), agency).chain(() -> feeds.list(agency)));
    }

    public Uni<Void> close(Caller caller, AgencyCode agency, UUID id) {
        return transactions.as(caller, () -> scope.mayChange(Agencies.of(caller), agency)
                .chain(() -> feeds.remove(agency, id))
                .invoke(removed -> {
                    if (!removed) {
                        throw new Refused(Refused.Reason.UNKNOWN);
                    }
                })
                .chain(() -> journal.record(caller, "calendar-closed", agency, Map.of("feed", id))));
    }

    private Uni<Void> checkContact(CalendarFeed feed) {
        UUID contact = feed.contact();
        if (contact == null) {
            return Uni.createFrom().voidItem();
        }
        return books.read(feed.agency())
                .invoke(book -> {
                    if (book.contact(contact).isEmpty()) {
                        Refused.whenAny(List.of(new ValidationError(
                                "/contact", ValidationError.Reason.UNKNOWN_CONTACT, contact.toString())));
                    }
                })
                .replaceWithVoid();
    }
}
