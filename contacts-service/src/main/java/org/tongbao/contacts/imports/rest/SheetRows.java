package org.tongbao.contacts.imports.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.duty.domain.Shift;
import org.tongbao.contacts.imports.csv.SheetWriter;
import org.tongbao.contacts.imports.rest.SheetKind.Column;
import org.tongbao.contacts.imports.usecase.ExportDirectory;
import org.tongbao.contacts.people.domain.BookItem;
import org.tongbao.contacts.people.domain.Contact;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contacts.rest.ItemJson;

/** The rows of a sheet: what the JSON of an item says, in the columns of {@link SheetKind}. */
final class SheetRows {
    private static final String BETWEEN_WORDS = "; ";

    private SheetRows() {}

    static String header(SheetKind kind) {
        return SheetWriter.MARK
                + SheetWriter.row(kind.columns().stream().map(Column::name).toList());
    }

    static String of(SheetKind kind, ExportDirectory.Part part) {
        Stream<JsonNode> shown =
                switch (kind) {
                    case AGENCIES -> part.agencies().stream().<JsonNode>map(it -> ItemJson.show(it));
                    case CONTACTS -> items(part, Contact.class);
                    case SHIFTS -> items(part, Shift.class);
                };
        return shown.map(it -> SheetWriter.row(cells(kind, it))).collect(Collectors.joining());
    }

    static Stream<ContactBook> books(ExportDirectory.Part part) {
        return part.agencies().stream().map(it -> part.books().get(it.code())).filter(it -> it != null);
    }

    private static <T extends BookItem> Stream<JsonNode> items(ExportDirectory.Part part, Class<T> kind) {
        return books(part).flatMap(book -> book.items(kind).entrySet().stream().map(it -> item(book, it)));
    }

    /** An item of the whole directory, which names its agency. */
    static ObjectNode item(ContactBook book, Map.Entry<UUID, ? extends BookItem> item) {
        return ItemJson.show(item.getKey(), item.getValue())
                .put("agency", book.agency().value());
    }

    private static List<@Nullable String> cells(SheetKind kind, JsonNode shown) {
        return kind.columns().stream()
                .<@Nullable String>map(it -> cell(it, shown.at(it.pointer()), shown))
                .collect(Collectors.toList());
    }

    private static @Nullable String cell(Column column, JsonNode value, JsonNode shown) {
        return switch (column.cell()) {
            case TEXT, FREE, CERTIFICATE, PERSON, TIME -> value.isMissingNode() ? null : value.asText();
            case WORDS -> joined(value, it -> true, "", BETWEEN_WORDS);
            case ADDRESSES, NUMBERS ->
                joined(value, it -> it.path("type").asText().equals(column.name()), "/value", "\n");
            case ORDER -> joined(shown.path("channels"), it -> true, "/type", BETWEEN_WORDS);
        };
    }

    private static String joined(JsonNode several, Predicate<JsonNode> wanted, String pointer, String between) {
        return StreamSupport.stream(several.spliterator(), false)
                .filter(wanted)
                .map(it -> it.at(pointer).asText())
                .collect(Collectors.joining(between));
    }
}
