package org.tongbao.contacts.imports.rest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongbao.contacts.imports.csv.Sheet;
import org.tongbao.contacts.imports.rest.SheetKind.Column;

/** Tells where something stands in a sheet, for people who see lines and columns: {@code line:4/column:7}. */
final class SheetPlaces {
    private static final String CHANNELS = "/channels";

    private final SheetKind kind;
    private final List<Optional<Column>> header;
    private final List<Sheet.Row> rows;
    private final Map<String, List<String>> channels = new HashMap<>();

    SheetPlaces(SheetKind kind, List<Optional<Column>> header, List<Sheet.Row> rows) {
        this.kind = kind;
        this.header = header;
        this.rows = rows;
    }

    static String line(long line) {
        return "line:" + line;
    }

    static String cell(long line, int column) {
        return line(line) + "/column:" + column;
    }

    /** Remembers which columns the channels of an item came from. */
    void channels(String place, List<String> columns) {
        if (!columns.isEmpty()) {
            channels.put(place, columns);
        }
    }

    /** The place of what a pointer such as {@code /contacts/17/channels/0/value} names. */
    String shown(String pointer) {
        String prefix = "/" + kind.file() + "/";
        if (!pointer.startsWith(prefix)) {
            return pointer;
        }
        int end = pointer.indexOf('/', prefix.length());
        String place = end < 0 ? pointer : pointer.substring(0, end);
        String field = end < 0 ? "" : pointer.substring(end);
        long line = rows.get(Integer.parseInt(place.substring(prefix.length()))).line();
        int column = column(place, field);
        return column == 0 ? line(line) : cell(line, column);
    }

    /** Counted from 1; 0 when the sheet has none for it. */
    private int column(String place, String field) {
        String wanted = field.startsWith(CHANNELS + "/") ? channel(place, field) : "";
        for (int i = 0; i < header.size(); i++) {
            Optional<Column> column = header.get(i);
            if (column.isPresent()
                    && (wanted.isEmpty()
                            ? (field + "/").startsWith(column.get().pointer() + "/")
                            : column.get().name().equals(wanted))) {
                return i + 1;
            }
        }
        return 0;
    }

    private String channel(String place, String field) {
        String number = field.substring(CHANNELS.length() + 1).split("/", 2)[0];
        List<String> columns = channels.getOrDefault(place, List.of());
        int index = Integer.parseInt(number);
        return index < columns.size() ? columns.get(index) : "";
    }
}
