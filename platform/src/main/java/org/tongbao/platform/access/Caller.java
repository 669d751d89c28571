package org.tongbao.platform.access;

import java.util.Set;

/**
 * Who asks, from the token and nowhere else.
 *
 * @param subject the token's {@code sub}, what four-eyes rules compare
 * @param name for people to read
 * @param agency code of the caller's agency; what it may see starts here
 * @param groups see {@link Group}
 */
public record Caller(String subject, String name, String agency, Set<String> groups) {
    public boolean is(String group) {
        return groups.contains(group);
    }
}
