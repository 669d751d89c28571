package org.tongbao.contracts.procedure;

import java.util.List;

/**
 * The level that the matrix gives.
 *
 * @param level the highest of the aspects
 * @param because one entry an aspect that is touched
 */
public record Classification(Level level, List<Because> because) {
    public Classification {
        because = List.copyOf(because);
    }

    /**
     * @param rule the sentence of the matrix that decided
     */
    public record Because(Aspect aspect, Level level, String rule) {}
}
