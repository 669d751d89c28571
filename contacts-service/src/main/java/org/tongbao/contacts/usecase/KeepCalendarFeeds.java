package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.tongbao.contacts.domain.Fault;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.journal.Journal;

/** Opens and closes the secret addresses of an agency's calendars, on record. */
@ApplicationScoped
public class KeepCalendarFeeds {
    private final Transactions transactions;
    private final Agencies agencies;
    private final Books books;
    private final CalendarFeeds feeds;
    private final Journal journal;

    KeepCalendarFeeds(Transactions transactions, Agencies agencies, Books books, CalendarFeeds feeds, Journal journal) {
        this.transactions = transactions;
        this.agencies = agencies;
        this.books = books;
        this.feeds = feeds;
        this.journal = journal;
    }

    /** The secret is shown now and never again. */
    public Uni<FeedSecret> open(Caller caller, CalendarFeed feed) {
        FeedSecret secret = FeedSecret.next();
        return transactions.as(caller, () -> mayKeep(caller, feed.agency())
                .chain(() -> checkContact(feed))
                .chain(() -> feeds.add(feed, secret.hash()))
                .chain(() -> journal.record(caller, entry("calendar-opened", feed.agency(), feed.id())))
                .replaceWith(secret));
    }

    public Uni<List<CalendarFeed>> list(Caller caller, AgencyCode agency) {
        return transactions.as(caller, () -> mayKeep(caller, agency).chain(() -> feeds.list(agency)));
    }

    public Uni<Void> close(Caller caller, AgencyCode agency, UUID id) {
        return transactions.as(caller, () -> mayKeep(caller, agency)
                .chain(() -> feeds.remove(agency, id))
                .invoke(removed -> {
                    if (!removed) {
                        throw new Refused(Refused.Reason.UNKNOWN);
                    }
                })
                .chain(() -> journal.record(caller, entry("calendar-closed", agency, id))));
    }

    private Uni<Void> checkContact(CalendarFeed feed) {
        UUID contact = feed.contact();
        if (contact == null) {
            return Uni.createFrom().voidItem();
        }
        return books.read(feed.agency())
                .invoke(book -> {
                    if (book.contact(contact).isEmpty()) {
                        Refused.whenAny(
                                List.of(new Fault("/contact", Fault.Reason.UNKNOWN_CONTACT, contact.toString())));
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> mayKeep(Caller caller, AgencyCode agency) {
        return agencies.reach(Agencies.of(caller), agency)
                .invoke(reach -> {
                    switch (reach) {
                        case NOWHERE, NAME -> throw new Refused(Refused.Reason.UNKNOWN);
                        case RELATED -> throw new Refused(Refused.Reason.OUTSIDE_SCOPE);
                        case WITHIN -> {
                            // may
                        }
                    }
                })
                .replaceWithVoid();
    }

    private static Journal.Entry entry(String action, AgencyCode agency, UUID feed) {
        return new Journal.Entry(action, agency.value(), null, null, Map.of("feed", feed));
    }
}
