package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.people.BookChange;
import org.tongbao.contacts.domain.people.ContactBook;

/** The books of people as they are kept. Every method works in the transaction under way. */
public interface Books {
    /** Takes the right to change the book until the transaction ends, and reads all of it. */
    Uni<ContactBook> open(AgencyCode agency);

    Uni<ContactBook> read(AgencyCode agency);

    Uni<Void> save(AgencyCode agency, BookChange change);

    /**
     * Remembers that an entry was said.
     *
     * @param dutyUntil how far its duty reaches
     * @param nextHandOff when somebody must be told that he goes on duty, null while nobody is known to
     */
    Uni<Void> said(AgencyCode agency, long version, Instant dutyUntil, @Nullable Instant nextHandOff);

    /** Has these books published, and their readiness worked out, anew before long: the agencies themselves have changed. */
    Uni<Void> renewSoon(List<AgencyCode> agencies);

    /** Agencies where somebody must be told by now; nobody else gets them before the transaction ends. */
    Uni<List<HandOffs>> handOffsDue(int limit);

    /**
     * Remembers that everybody was told whose duty starts up to an instant.
     *
     * @param next when somebody must be told again, null while nobody is known to
     */
    Uni<Void> handOffsTold(AgencyCode agency, Instant upTo, @Nullable Instant next);

    /**
     * @param toldUpTo whoever goes on duty up to then was told
     */
    record HandOffs(AgencyCode agency, Instant toldUpTo) {}

    /** Agencies whose last entry reaches less far than this; nobody else gets them before the transaction ends. */
    Uni<List<AgencyCode>> saidUpTo(Instant dutyUntil, int limit);
}
