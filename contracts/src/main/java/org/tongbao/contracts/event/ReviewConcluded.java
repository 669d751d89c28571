package org.tongbao.contracts.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 審核完成: a review ended with a decision.
 *
 * @param kind {@code LEVEL, CLOSING}
 * @param outcome {@code CONFIRMED, RELEVELED} of a level; {@code RECEIVED, ACCEPTED, QUESTIONED} of a closing
 * @param level the level after a level review, else null
 * @param basis 審核依據: the reviewer's words, for the reporter
 * @param authority agency that decided
 * @param reviewer name of the person, from the token
 * @param late whether the limit had passed
 */
public record ReviewConcluded(
        UUID incidentId,
        UUID reviewId,
        String kind,
        String outcome,
        @Nullable Integer level,
        String basis,
        String authority,
        String reviewer,
        String clause,
        Instant concludedAt,
        boolean late)
        implements IncidentPayload {}
