package org.tongbao.contacts.imports.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a sheet, lines without any cell left out.
 *
 * @param brokenAt the line from which on it could not be read, 0 when all of it could
 * @param tooMany the line of the first row over the limit, 0 when there is none
 */
public record Sheet(List<Row> rows, long brokenAt, long tooMany) {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(false)
            .setTrailingData(false)
            .setLenientEof(false)
            .get();

    /** @param line where it begins; a cell in quotes may hold line breaks */
    public record Row(long line, List<String> cells) {
        /** The same with the blanks at both ends. */
        public @Nullable String whole(int column) {
            return cell(column) == null ? null : cells.get(column);
        }

        /** Blank beyond the last cell; blanks at both ends are not what anybody means. */
        public @Nullable String cell(int column) {
            String cell = column < cells.size() ? cells.get(column).strip() : "";
            return cell.isEmpty() ? null : cell;
        }
    }

    /** Reads a sheet, its header included. */
    public static Sheet read(String text, int mostRows) {
        List<Row> rows = new ArrayList<>();
        long line = 1;
        try (CSVParser parser = FORMAT.parse(new StringReader(text))) {
            var records = parser.iterator();
            while (records.hasNext()) {
                CSVRecord found = records.next();
                List<String> cells = found.toList();
                if (cells.stream().anyMatch(it -> !it.isBlank())) {
                    if (rows.size() > mostRows) {
                        return new Sheet(rows, 0, line);
                    }
                    rows.add(new Row(line, cells));
                }
                line = parser.getCurrentLineNumber() + 1;
            }
            return new Sheet(rows, 0, 0);
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            return new Sheet(rows, line, 0);
        }
    }
}
