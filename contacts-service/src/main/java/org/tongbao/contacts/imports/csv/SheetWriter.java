package org.tongbao.contacts.imports.csv;

import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/** Rows for a spreadsheet: it takes the file for UTF-8 by its first character, and runs none of its cells. */
public final class SheetWriter {
    /** Stands before the first row. */
    public static final String MARK = "\uFEFF";

    private static final String LINE_END = "\r\n";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;

    private SheetWriter() {}

    public static String row(List<? extends @Nullable String> cells) {
        Object[] guarded =
                cells.stream().map(it -> it == null ? "" : Formula.guarded(it)).toArray();
        return FORMAT.format(guarded) + LINE_END;
    }
}
