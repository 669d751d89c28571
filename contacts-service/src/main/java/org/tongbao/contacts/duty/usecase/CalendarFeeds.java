package org.tongbao.contacts.duty.usecase;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.contacts.agency.domain.AgencyCode;

/** The feeds as they are kept, each with the hash of its secret. Every method works in the transaction under way. */
public interface CalendarFeeds {
    Uni<Void> add(CalendarFeed feed, String secretHash);

    Uni<List<CalendarFeed>> list(AgencyCode agency);

    /** False when there is none. */
    Uni<Boolean> remove(AgencyCode agency, UUID id);

    Uni<Optional<CalendarFeed>> find(String secretHash);
}
