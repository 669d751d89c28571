package org.tongbao.contacts.imports.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tongbao.contacts.imports.csv.Formula;
import org.tongbao.contacts.imports.csv.Sheet;
import org.tongbao.contacts.imports.csv.SheetText;
import org.tongbao.contacts.imports.domain.ImportedChannels;
import org.tongbao.contacts.imports.rest.SheetKind.Cell;
import org.tongbao.contacts.imports.rest.SheetKind.Column;
import org.tongbao.contacts.people.domain.ContactsByName;
import org.tongbao.contacts.people.domain.ItemKind;
import org.tongbao.contacts.rest.Refusals;
import org.tongbao.contracts.Text;
import org.tongbao.platform.http.ProblemException;
import org.tongbao.platform.http.Violation;

/** Reads a sheet row by row into what the same rows would be in a document. */
@ApplicationScoped
class SheetReader {
    static final int MOST_ROWS = 100_000;

    private static final Pattern NUMBERS = Pattern.compile("[+][0-9 ().;=a-z\\-\\r\\n+]*");

    private static final String ARMOUR = "-----BEGIN ";

    private final ImportReader reader;

    SheetReader(ImportReader reader) {
        this.reader = reader;
    }

    ImportedDocument document(SheetKind kind, byte[] file) {
        Sheet sheet = Sheet.read(text(file), MOST_ROWS);
        ImportParts parts = reader.parts();
        if (sheet.brokenAt() > 0) {
            parts.refuse(
                    SheetPlaces.line(sheet.brokenAt()),
                    "broken-line",
                    new Text(
                            "從這一行起無法讀取：引號沒有成對，或引號後還有文字。",
                            "Cannot be read from this line on: a quote is not closed, or text follows a closed one."));
        }
        if (sheet.tooMany() > 0) {
            parts.refuse(
                    SheetPlaces.line(sheet.tooMany()),
                    "too-long",
                    new Text("超過上限 " + MOST_ROWS + " 列。", "More than " + MOST_ROWS + " rows."));
        }
        if (sheet.rows().isEmpty()) {
            parts.refuse(SheetPlaces.line(1), "missing", new Text("缺少欄位名稱。", "The names of the columns are missing."));
            return new ImportedDocument(parts.document(), parts.violations(), it -> it);
        }
        List<Optional<Column>> header = header(kind, sheet.rows().get(0), parts);
        var places = new SheetPlaces(kind, header, sheet.rows());
        for (int i = 1; i < sheet.rows().size(); i++) {
            row(kind, "/" + kind.file() + "/" + i, header, sheet.rows().get(i), parts, places);
        }
        return new ImportedDocument(parts.document(), parts.violations(), places::shown);
    }

    private static String text(byte[] file) {
        try {
            return SheetText.of(file);
        } catch (SheetText.Unreadable e) {
            throw ProblemException.invalid(
                    Refusals.SLUG,
                    Refusals.TITLE,
                    List.of(new Violation(
                            SheetPlaces.line(e.line()),
                            "wrong-encoding",
                            new Text(
                                    "檔案既非 UTF-8 也非 Big5：第 " + e.position() + " 個位元組。",
                                    "The file is neither UTF-8 nor Big5: byte " + e.position() + "."))));
        }
    }

    private static List<Optional<Column>> header(SheetKind kind, Sheet.Row row, ImportParts parts) {
        List<Optional<Column>> header = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String name = row.cell(i);
            Optional<Column> column = name == null ? Optional.empty() : kind.column(name);
            header.add(column);
            String place = SheetPlaces.cell(row.line(), i + 1);
            if (name != null && column.isEmpty()) {
                String known = String.join(
                        ", ", kind.columns().stream().map(Column::name).toList());
                parts.refuse(
                        place, "unknown-field", new Text("沒有這個欄位；可用：" + known, "No such column; there are " + known));
            }
            if (column.isPresent() && !seen.add(column.get().name())) {
                parts.refuse(place, "named-twice", new Text("欄位重複。", "The column is there twice."));
            }
        }
        return header;
    }

    private static void row(
            SheetKind kind,
            String place,
            List<Optional<Column>> header,
            Sheet.Row row,
            ImportParts parts,
            SheetPlaces places) {
        if (row.cells().size() > header.size()) {
            parts.refuse(
                    SheetPlaces.cell(row.line(), header.size() + 1),
                    "too-many-cells",
                    new Text("欄數多於欄位名稱。", "The line has more cells than there are columns."));
        }
        var item = new SheetItem(JsonNodeFactory.instance.objectNode());
        for (int i = 0; i < header.size(); i++) {
            Optional<Column> column = header.get(i);
            String cell = column.isPresent() && column.get().cell() == Cell.FREE ? row.whole(i) : row.cell(i);
            if (column.isEmpty() || cell == null) {
                continue;
            }
            if (Formula.runs(cell) && !isNoFormula(column.get(), cell)) {
                parts.refuse(
                        SheetPlaces.cell(row.line(), i + 1),
                        "formula",
                        new Text(
                                "試算表公式不予接受；若確為文字，請在前面加上單引號。",
                                "A spreadsheet formula is not accepted; if it is text, put an apostrophe before it."));
            }
            item.put(column.get(), Formula.unguarded(cell));
        }
        places.channels(place, item.channelColumns());
        take(kind, place, item, parts);
    }

    private static boolean isNoFormula(Column column, String cell) {
        return column.cell() == Cell.NUMBERS && NUMBERS.matcher(cell).matches()
                || column.cell() == Cell.CERTIFICATE && cell.startsWith(ARMOUR);
    }

    private static void take(SheetKind kind, String place, SheetItem item, ImportParts parts) {
        ObjectNode tree = item.tree();
        switch (kind) {
            case AGENCIES -> parts.agency(place, tree);
            case CONTACTS -> {
                item.unknownOrder()
                        .ifPresent(it -> parts.refuse(
                                place + "/order",
                                "unknown-value",
                                new Text(
                                        "不是可用的值，可用：mail, mobile, phone, sms, webhook",
                                        "Not one of mail, mobile, phone, sms, webhook")));
                parts.item(place, tree, ItemKind.CONTACT, fields -> {
                    if (tree.has("channels") || item.order() != null) {
                        fields.put("channels", new ImportedChannels(ImportParts.channels(fields), false, item.order()));
                    }
                });
            }
            case SHIFTS ->
                parts.item(place, tree, ItemKind.SHIFT, fields -> Optional.ofNullable(item.person())
                        .ifPresent(it -> fields.put("contact", new ContactsByName.Named(null, it))));
        }
    }
}
