package org.tongbao.contacts.channel.usecase;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.contacts.agency.domain.AgencyCode;

/** Codes that were sent to addresses, one for each. Every method works in the transaction under way. */
public interface ChannelCodes {
    /** Whose address it is about. */
    record Place(AgencyCode agency, UUID contact, String channel) {}

    /**
     * A code as it is kept.
     *
     * @param holds whether its time is not over
     * @param tries wrong ones so far
     * @param used whether it has proved the address already
     */
    record Kept(UUID id, String hash, boolean holds, int tries, boolean used) {}

    /**
     * What was put.
     *
     * @param asks how many codes were asked for within the last hour, this one included
     */
    record Put(Instant validUntil, int asks) {}

    /** In the place of the one before. */
    Uni<Put> put(Place place, UUID id, String hash, Duration validFor);

    /** The one there is, which nobody else tries before the transaction ends. */
    Uni<Optional<Kept>> open(Place place);

    Uni<Void> countTry(UUID id);

    Uni<Void> use(UUID id);
}
