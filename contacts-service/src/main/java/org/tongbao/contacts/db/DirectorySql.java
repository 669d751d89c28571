package org.tongbao.contacts.db;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.AgencyCode;

/** What statements of several features say alike. */
public final class DirectorySql {
    /** How far the agency of the first argument reaches to the one of the row {@code f}. */
    public static final String REACH_OF_ROW = """
        case when f.code = $1 or exists (
                select from agency_closure c where c.ancestor = $1 and c.descendant = f.code) then 'WITHIN'
            when exists (
                select from agency_relation r where r.relative = $1 and r.agency = f.code) then 'RELATED'
            else 'NAME' end\
        """;

    private DirectorySql() {}

    public static String[] codes(Collection<AgencyCode> agencies) {
        return agencies.stream().map(AgencyCode::value).toArray(String[]::new);
    }

    /** For {@code ilike}: the text anywhere. */
    public static @Nullable String pattern(@Nullable String text) {
        return text == null ? null : "%" + escaped(text) + "%";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
