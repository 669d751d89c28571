package org.tongbao.contracts.procedure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the requirements and what became of it.
 *
 * @param id such as {@code S2-27}
 * @param rules names of rules as {@link Procedure#ruleNames()} gives them
 * @param reason why there is no rule, or not the whole of one; null when the rules say it all
 */
public record RequirementRow(
        String id, List<String> rules, @Nullable String reason) {
    public RequirementRow {
        rules = List.copyOf(rules);
    }
}
