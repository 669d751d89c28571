package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Fact;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.ledger.Draft;
import org.tongbao.contacts.domain.ledger.Filer;
import org.tongbao.contacts.domain.ledger.Line;

/**
 * Every change that was ever filed. A line is never rewritten. Every method works in the transaction under way; whoever writes
 * holds the lock of the agencies or of the book.
 */
public interface Ledger {
    /** Writes the lines; what is filed at once for one instant becomes one change. In the order of the drafts. */
    Uni<List<Line>> write(Filer filer, Instant now, List<Draft> drafts);

    /** What is filed for later of one book, in the order in which it takes effect. */
    Uni<List<Line>> pending(AgencyCode book);

    /** What is filed for later of all agencies, in the order in which it takes effect. */
    Uni<List<Line>> pendingAgencies();

    /** Which of these agencies say something in force that holds from later than the instant beside the code. */
    Uni<Set<String>> overtakenAgencies(Map<String, Instant> since);

    /** Which of these items of books say something in force that holds from later than the instant beside the id. */
    Uni<Set<String>> overtakenItems(Map<String, Instant> since);

    /** Everything filed of an agency and its people, newest first; one more than the limit when there are more. */
    Uni<List<Line>> list(AgencyCode agency, @Nullable UUID before, int limit);

    Uni<Optional<Line>> find(AgencyCode agency, UUID id);

    /** All lines about agencies of a change which are pending still, locked. */
    Uni<List<Line>> pendingAgenciesOf(UUID change);

    /** The books that a change has pending lines of, by code. */
    Uni<List<AgencyCode>> pendingBooksOf(UUID change);

    /** All lines about one book of a change which are pending still, locked. */
    Uni<List<Line>> pendingOf(UUID change, AgencyCode book);

    /** All lines of a change which are pending still, locked in the order in which they take effect. */
    default Uni<List<Line>> pendingOf(UUID change) {
        List<Line> all = new ArrayList<>();
        return pendingAgenciesOf(change)
                .invoke(all::addAll)
                .chain(() -> pendingBooksOf(change))
                .chain(books -> EachInTurn.of(books, it -> pendingOf(change, it).invoke(all::addAll)))
                .replaceWith(all);
    }

    /** The line that is due for longest, of another change than these; of a change, agencies come before people. */
    Uni<Optional<Line>> firstDue(Set<UUID> except);

    /** What is filed for later of these items, agencies or not. */
    Uni<List<Line>> pendingOfItems(List<String> items);

    /** Puts a line in the place of a pending one, of the same change and filer, known from now on. */
    Uni<Void> carry(Line line, Fact fact, Filer by, Instant now);

    Uni<Void> takeEffect(Line line);

    Uni<Void> withdraw(Line line, Filer by);

    Uni<Void> refuse(Line line, String why);

    /**
     * What held in a book at an instant, removed items not included.
     *
     * @param knownAt as it was known then
     */
    Uni<List<Line>> book(AgencyCode agency, Instant at, Instant knownAt);

    /** What took or takes effect in a book within {@code (after, before)}, removals included, in that order. */
    Uni<List<Line>> bookChanges(AgencyCode agency, Instant after, Instant before, Instant knownAt);

    /** What held of an agency at an instant, as it was known at another. */
    Uni<Optional<Line>> agency(AgencyCode agency, Instant at, Instant knownAt);

    /** By code, one more than the limit when there are more. */
    Uni<List<Line>> agencies(AgencySearch search, Instant at, Instant knownAt);

    /** The parent of each agency at an instant; none for the root. */
    Uni<Map<AgencyCode, Optional<AgencyCode>>> parents(Instant at, Instant knownAt);
}
