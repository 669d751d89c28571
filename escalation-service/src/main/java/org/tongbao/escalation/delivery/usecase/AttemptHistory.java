package org.tongbao.escalation.delivery.usecase;

import java.time.Instant;

/**
 * How often a message was tried.
 *
 * @param attempt number of the attempt under way, from 1
 * @param copies that a relay may have accepted before
 */
public record AttemptHistory(int attempt, int copies, Instant firstAttemptAt) {}
