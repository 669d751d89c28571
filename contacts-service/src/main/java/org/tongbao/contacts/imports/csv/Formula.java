package org.tongbao.contacts.imports.csv;

import java.util.regex.Pattern;

/**
 * Cells that a spreadsheet would run. An apostrophe before them makes them text; what is read takes one away again, so that
 * a sheet that was written and read says the same.
 */
public final class Formula {
    private static final Pattern RUNS = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern GUARDED = Pattern.compile("'+[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private Formula() {}

    public static String guarded(String cell) {
        return RUNS.matcher(cell).matches() ? "'" + cell : cell;
    }

    public static String unguarded(String cell) {
        return GUARDED.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    /** Whether it would be run as it stands. */
    public static boolean runs(String cell) {
        return RUNS.matcher(cell).matches() && !cell.startsWith("'");
    }
}
