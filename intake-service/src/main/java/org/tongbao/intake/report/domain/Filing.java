package org.tongbao.intake.report.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How and when a report was made.
 *
 * @param receivedAt when it was stored, or the call was taken: what limits count from
 * @param enteredAt when it was stored, later than the call
 * @param by subject of the token that filed it; it must not review
 * @param reason why the prescribed way was not possible, with phone and fax
 */
public record Filing(
        FilingChannel channel,
        Instant receivedAt,
        Instant enteredAt,
        String by,
        String byName,
        String byAgency,
        @Nullable String reason) {
    public boolean offline() {
        return channel != FilingChannel.PORTAL;
    }
}
