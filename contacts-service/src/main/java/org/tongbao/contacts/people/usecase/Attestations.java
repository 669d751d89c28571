package org.tongbao.contacts.people.usecase;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.AgencyCode;

/** When entries of contacts were confirmed. Every method works in the transaction under way. */
public interface Attestations {
    /**
     * 定期確認 of one entry. Whoever files or changes an entry confirms it by that.
     *
     * @param by who confirmed it without a change; null when it was filed or changed then
     * @param until when it must be confirmed again: three months later, by the calendar
     */
    record Attested(
            AgencyCode agency,
            UUID contact,
            String name,
            Instant at,
            @Nullable String by,
            Instant until,
            boolean overdue) {}

    /** Behind which item of the list to go on. */
    record After(Instant until, UUID contact) {}

    Uni<List<Attested>> of(AgencyCode agency);

    /** Of an agency and those below it, overdue for longest first; one more than the limit when there are more. */
    Uni<List<Attested>> overdue(AgencyCode by, @Nullable After after, int limit);

    /** How many of these entries there are. */
    Uni<Integer> attest(AgencyCode agency, List<UUID> contacts, String by);

    /** Entries of which a reminder is due; nobody else gets them before the transaction ends. */
    Uni<List<Attested>> takeDue(int limit);

    /** When the next reminder of an entry is due. */
    Uni<Void> remindAt(UUID contact, Instant at);
}
