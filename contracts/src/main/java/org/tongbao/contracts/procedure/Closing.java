package org.tongbao.contracts.procedure;

import java.util.Set;

/**
 * 結案, 結報.
 *
 * @param reviewLevels levels at which an authority must review the closing; elsewhere it receives it and may question it
 * @param questionable whether the receiving authority may ask for 說明或調整
 */
public record Closing(String clause, Source source, Set<Level> reviewLevels, boolean questionable) {
    public Closing {
        reviewLevels = Set.copyOf(reviewLevels);
    }
}
