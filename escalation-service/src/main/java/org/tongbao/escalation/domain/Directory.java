package org.tongbao.escalation.domain;

import java.util.List;
import java.util.Map;

/**
 * What is known of the people and of who stands above whom, at the moment of a decision.
 *
 * @param staff by agency
 * @param above by agency: from the one above it up to the root
 */
public record Directory(Map<String, Staff> staff, Map<String, List<String>> above) {
    public Directory {
        staff = Map.copyOf(staff);
        above = Map.copyOf(above);
    }

    Staff staffOf(String agency) {
        return staff.getOrDefault(agency, Staff.NOBODY);
    }

    /** From the agency above up to the root; at the root, itself. */
    List<String> above(String agency) {
        List<String> ancestors = above.getOrDefault(agency, List.of());
        return ancestors.isEmpty() ? List.of(agency) : ancestors;
    }
}
