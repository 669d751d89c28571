package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.tongbao.contacts.domain.agency.Agency;
import org.tongbao.contacts.domain.agency.AgencyChange;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.people.BookImport;
import org.tongbao.contacts.domain.people.ContactBook;

/** Agencies and books as they are kept, many at once: the time it takes must not grow with a round trip a row. */
public interface Directory {
    /** Takes the right to change these books until the transaction ends, and reads all of them. */
    Uni<Map<AgencyCode, ContactBook>> open(Set<AgencyCode> agencies);

    Uni<Map<AgencyCode, ContactBook>> read(Collection<AgencyCode> agencies);

    /** Stores changes without relations. None of them stands below another one that is new or moved. */
    Uni<List<PlacedAgency>> save(List<AgencyChange> changes, long treeVersion);

    /** Stores relations, of agencies that are within the caller's scope by now. */
    Uni<Void> relate(List<Agency> agencies);

    /** Stores what was taken into books; answers the ids that belong to somebody else. */
    Uni<Set<UUID>> file(Map<AgencyCode, List<BookImport.Taken>> changes);

    /** Remembers that these entries were said, of books opened and new ones. */
    Uni<Void> said(List<SaidBook> books, Instant dutyUntil);
}
