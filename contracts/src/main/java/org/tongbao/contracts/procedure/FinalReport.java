package org.tongbao.contracts.procedure;

import java.util.List;
import java.util.Set;

/**
 * 調查、處理及改善報告.
 *
 * @param headings what it must contain, in order
 * @param to who receives it
 * @param confidentialLevels levels at which it also goes by confidential document (密件公文)
 */
public record FinalReport(
        String clause,
        Source source,
        Set<Level> levels,
        List<String> headings,
        List<Relation> to,
        Set<Level> confidentialLevels) {
    public FinalReport {
        levels = Set.copyOf(levels);
        headings = List.copyOf(headings);
        to = List.copyOf(to);
        confidentialLevels = Set.copyOf(confidentialLevels);
    }
}
