package org.tongbao.contacts.people.usecase;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.duty.usecase.PublishedBook;
import org.tongbao.contacts.people.domain.BookChange;
import org.tongbao.contacts.people.domain.ContactBook;

/** The books of people as they are kept. Every method works in the transaction under way. */
public interface Books {
    /** Takes the right to change these books until the transaction ends, and reads all of them. */
    Uni<Map<AgencyCode, ContactBook>> findForUpdate(Collection<AgencyCode> agencies);

    Uni<Map<AgencyCode, ContactBook>> read(Collection<AgencyCode> agencies);

    default Uni<ContactBook> findForUpdate(AgencyCode agency) {
        return findForUpdate(List.of(agency)).map(books -> Objects.requireNonNull(books.get(agency)));
    }

    default Uni<ContactBook> read(AgencyCode agency) {
        return read(List.of(agency)).map(books -> Objects.requireNonNull(books.get(agency)));
    }

    /** Stores changes; answers the ids that belong to something of another agency. */
    Uni<Set<UUID>> save(Map<AgencyCode, List<BookChange>> changes);

    /**
     * Remembers that entries were published, of books known and new ones.
     *
     * @param dutyUntil how far their duty reaches
     */
    Uni<Void> markPublished(List<PublishedBook> books, Instant dutyUntil);

    /** Has these books published, and their readiness worked out, anew before long: the agencies themselves have changed. */
    Uni<Void> renewSoon(List<AgencyCode> agencies);

    /** Agencies where a hand-off notification is due; nobody else gets them before the transaction ends. */
    Uni<List<HandOffs>> handOffsDue(int limit);

    /**
     * Remembers that everybody was notified whose duty starts up to an instant.
     *
     * @param next when the next notification is due, null while nobody is known to
     */
    Uni<Void> handOffsNotified(AgencyCode agency, Instant upTo, @Nullable Instant next);

    /**
     * @param notifiedUpTo whoever goes on duty up to then was notified
     */
    record HandOffs(AgencyCode agency, Instant notifiedUpTo) {}

    /** Agencies whose last entry reaches less far than this; nobody else gets them before the transaction ends. */
    Uni<List<AgencyCode>> publishedUpTo(Instant dutyUntil, int limit);
}
