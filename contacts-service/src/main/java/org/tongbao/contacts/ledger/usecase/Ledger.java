package org.tongbao.contacts.ledger.usecase;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.usecase.AgencySearch;
import org.tongbao.contacts.domain.Fact;
import org.tongbao.contacts.ledger.domain.Author;
import org.tongbao.contacts.ledger.domain.LedgerEntry;
import org.tongbao.contacts.ledger.domain.NewLedgerEntry;
import org.tongbao.contacts.usecase.Sequentially;

/**
 * Every change that was ever filed. A entry is never rewritten. Every method works in the transaction under way; whoever writes
 * holds the lock of the agencies or of the book.
 */
public interface Ledger {
    /** Writes the entries; what is filed at once for one instant becomes one change. In the order of the newEntries. */
    Uni<List<LedgerEntry>> write(Author filer, Instant now, List<NewLedgerEntry> newEntries);

    /** What is filed for later of one book, in the order in which it takes effect. */
    Uni<List<LedgerEntry>> pending(AgencyCode book);

    /** What is filed for later of all agencies, in the order in which it takes effect. */
    Uni<List<LedgerEntry>> pendingAgencies();

    /** Which of these agencies say something in force that holds from later than the instant beside the code. */
    Uni<Set<String>> supersededAgencies(Map<String, Instant> since);

    /** Which of these items of books say something in force that holds from later than the instant beside the id. */
    Uni<Set<String>> supersededItems(Map<String, Instant> since);

    /** Everything filed of an agency and its people, newest first; one more than the limit when there are more. */
    Uni<List<LedgerEntry>> list(AgencyCode agency, @Nullable UUID before, int limit);

    Uni<Optional<LedgerEntry>> find(AgencyCode agency, UUID id);

    /** All entries about agencies of a change which are pending still, locked. */
    Uni<List<LedgerEntry>> pendingAgenciesOf(UUID change);

    /** The books that a change has pending entries of, by code. */
    Uni<List<AgencyCode>> pendingBooksOf(UUID change);

    /** All entries about one book of a change which are pending still, locked. */
    Uni<List<LedgerEntry>> pendingOf(UUID change, AgencyCode book);

    /** All entries of a change which are pending still, locked in the order in which they take effect. */
    default Uni<List<LedgerEntry>> pendingOf(UUID change) {
        List<LedgerEntry> all = new ArrayList<>();
        return pendingAgenciesOf(change)
                .invoke(all::addAll)
                .chain(() -> pendingBooksOf(change))
                .chain(books ->
                        Sequentially.of(books, it -> pendingOf(change, it).invoke(all::addAll)))
                .replaceWith(all);
    }

    /** The entry that is due for longest, of another change than these; of a change, agencies come before people. */
    Uni<Optional<LedgerEntry>> firstDue(Set<UUID> except);

    /** What is filed for later of these items, agencies or not. */
    Uni<List<LedgerEntry>> pendingOfItems(List<String> items);

    /** Puts a entry in the place of a pending one, of the same change and filer, known from now on. */
    Uni<Void> carry(LedgerEntry entry, Fact fact, Author by, Instant now);

    Uni<Void> takeEffect(LedgerEntry entry);

    Uni<Void> withdraw(LedgerEntry entry, Author by);

    Uni<Void> refuse(LedgerEntry entry, String why);

    /**
     * What held in a book at an instant, removed items not included.
     *
     * @param knownAt as it was known then
     */
    Uni<List<LedgerEntry>> book(AgencyCode agency, Instant at, Instant knownAt);

    /** What took or takes effect in a book within {@code (after, before)}, removals included, in that order. */
    Uni<List<LedgerEntry>> bookChanges(AgencyCode agency, Instant after, Instant before, Instant knownAt);

    /** What held of an agency at an instant, as it was known at another. */
    Uni<Optional<LedgerEntry>> agency(AgencyCode agency, Instant at, Instant knownAt);

    /** By code, one more than the limit when there are more. */
    Uni<List<LedgerEntry>> agencies(AgencySearch search, Instant at, Instant knownAt);

    /** The parent of each agency at an instant; none for the root. */
    Uni<Map<AgencyCode, Optional<AgencyCode>>> parents(Instant at, Instant knownAt);
}
