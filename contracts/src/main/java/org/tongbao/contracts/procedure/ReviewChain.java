package org.tongbao.contracts.procedure;

import java.util.List;

/**
 * 審核: who reviews the level, in order; the directory's {@code reviewers} fills it with agencies.
 *
 * @param chain first who must, then who takes over
 * @param onOverdue what a missed limit opens
 * @param basisRequired whether the decision must state its basis (審核依據)
 */
public record ReviewChain(
        String clause, Source source, List<Relation> chain, OnOverdue onOverdue, boolean basisRequired) {
    public ReviewChain {
        chain = List.copyOf(chain);
    }

    public enum OnOverdue implements Keyed {
        /** The next in the chain may take it over (逕行複核). */
        OPEN_TAKE_OVER,
        /** Everybody is told, nothing more. */
        TELL
    }
}
