package org.tongbao.contacts.domain;

import java.util.Locale;

/** Something that people file about an agency, and that holds from a stated instant on. */
public interface Fact {
    /** What such a fact is called in the ledger, {@code contact}. */
    static String kindOf(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
