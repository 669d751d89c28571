package org.tongbao.intake.db;

/**
 * Visibility, repeated in the query: row-level security enforces it too, and is stricter while the agency
 * tree is not current.
 */
public final class Visible {
    private Visible() {}

    /**
     * A condition on {@code incident i}.
     *
     * @param caller the parameter with the caller's agency, such as {@code $2}
     */
    public static String to(String caller) {
        return """
                (i.agency = %1$s
                 or i.agency in (select descendant from agency_closure where ancestor = %1$s)
                 or i.id in (select incident_id from incident_access where agency = %1$s))""".formatted(caller);
    }
}
