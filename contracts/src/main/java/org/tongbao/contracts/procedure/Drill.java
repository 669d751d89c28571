package org.tongbao.contracts.procedure;

import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;

/**
 * 演練.
 *
 * @param perYear at least so often
 * @param resultWithin the time for its result, null when the clause names none
 * @param repeatWithin the time to drill again after a failure, null when the clause names none
 */
public record Drill(
        String key,
        String clause,
        Source source,
        Force force,
        Text name,
        int perYear,
        @Nullable Limit resultWithin,
        @Nullable Limit repeatWithin) {}
