package org.tongbao.contracts.procedure;

import java.util.List;

/**
 * 跡證保存.
 *
 * @param isolation the means of isolation that the clause lists
 * @param malware the rule for malware and forensic files, in the clause's words
 */
public record Evidence(String clause, Source source, List<String> isolation, String malware) {
    public Evidence {
        isolation = List.copyOf(isolation);
    }
}
