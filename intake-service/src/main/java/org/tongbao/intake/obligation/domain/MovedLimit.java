package org.tongbao.intake.obligation.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A limit that a changed level or fact moved.
 *
 * @param overdue whether the new limit had already passed
 */
public record MovedLimit(String key, @Nullable Instant dueAt, boolean overdue) {}
