package org.tongbao.escalation.notice.domain;

import java.util.Optional;
import java.util.UUID;

/**
 * Who acknowledged.
 *
 * @param contact empty when he is no recipient
 * @param enteredBy who entered it for him, empty when he did it himself
 */
public record Acknowledger(
        Optional<UUID> contact,
        String name,
        String role,
        String agency,
        AcknowledgementMethod method,
        Optional<EnteredBy> enteredBy) {

    /** Who entered what another person said on the phone. */
    public record EnteredBy(String name, String agency) {}
}
