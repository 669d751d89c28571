package org.tongbao.review.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Level;

/**
 * How a review ended.
 *
 * @param level the level after a level review, else null
 * @param late whether the limit had passed
 */
public record Conclusion(Verdict verdict, @Nullable Level level, Reviewer by, Instant at, boolean late) {}
