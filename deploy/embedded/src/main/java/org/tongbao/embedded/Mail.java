package org.tongbao.embedded;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail that a relay has accepted, as it arrived.
 *
 * @param id counts up by arrival, from 1
 * @param relay 1 or 2
 * @param to the address of the envelope, one mail for each recipient
 * @param text the plain part, null when there is none
 * @param html the HTML part, null when there is none
 * @param parts content types of its innermost parts in the order of the wire, such as {@code text/plain}
 */
public record Mail(
        long id,
        int relay,
        Instant receivedAt,
        String to,
        String from,
        String subject,
        String messageId,
        Map<String, List<String>> headers,
        @Nullable String text,
        @Nullable String html,
        List<String> parts) {

    public Mail {
        parts = parts == null ? List.of() : List.copyOf(parts); // files of an older stack do not name them
    }
}
