package org.tongbao.escalation.domain;

import java.util.Optional;
import java.util.UUID;

/**
 * Who acknowledged.
 *
 * @param contact empty when he is not among those told
 */
public record Taker(Optional<UUID> contact, String name, String role, String agency, Method method) {}
