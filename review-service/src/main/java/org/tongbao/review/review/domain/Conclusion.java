package org.tongbao.review.review.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Level;

/**
 * The end of a review.
 *
 * @param level the level after a level review, else null
 * @param late whether the limit had passed
 */
public record Conclusion(Decision decision, @Nullable Level level, Reviewer by, Instant at, boolean late) {}
