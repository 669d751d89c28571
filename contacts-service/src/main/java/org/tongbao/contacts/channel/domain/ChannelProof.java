package org.tongbao.contacts.channel.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.people.domain.BookItem;
import org.tongbao.contracts.procedure.Keyed;

/**
 * 查證: it was shown that an address reaches its person. It speaks of this address of this contact and of no other.
 *
 * @param shownBy name of whoever typed the code, or attested
 * @param reason why it was attested without a code
 */
public record ChannelProof(
        UUID contact,
        Channel channel,
        Instant provenAt,
        By by,
        String shownBy,
        @Nullable String reason) implements BookItem {
    /** What shows it. */
    public enum By implements Keyed {
        /** A code that was sent to the address was typed back. */
        CODE,
        /** An administrator answers for it. */
        ATTESTED
    }
}
