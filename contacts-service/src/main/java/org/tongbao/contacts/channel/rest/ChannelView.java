package org.tongbao.contacts.channel.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.channel.domain.Channel;
import org.tongbao.contacts.channel.domain.ChannelProof;
import org.tongbao.platform.time.Times;

/**
 * An address of a contact.
 *
 * @param id names it in addresses, as long as it stays the same address
 * @param verifiedBy {@code code} or {@code attested}
 * @param verifiedByName who typed the code, or attested
 * @param reason why it was attested without a code
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ContactChannel")
record ChannelView(
        String id,
        String type,
        String value,
        boolean verified,
        @Nullable OffsetDateTime verifiedAt,
        @Nullable String verifiedBy,
        @Nullable String verifiedByName,
        @Nullable String reason) {
    static ChannelView of(Channel channel, Optional<ChannelProof> proof) {
        return new ChannelView(
                channel.key(),
                channel.type().key(),
                channel.value(),
                proof.isPresent(),
                proof.map(it -> Times.shown(it.provenAt())).orElse(null),
                proof.map(it -> it.by().key()).orElse(null),
                proof.map(ChannelProof::shownBy).orElse(null),
                proof.map(ChannelProof::reason).orElse(null));
    }
}
