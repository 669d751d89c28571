package org.tongbao.escalation.notice.domain;

import java.util.Optional;
import java.util.UUID;

/**
 * Who acknowledged.
 *
 * @param contact empty when he is no recipient
 */
public record Acknowledger(
        Optional<UUID> contact, String name, String role, String agency, AcknowledgementMethod method) {}
