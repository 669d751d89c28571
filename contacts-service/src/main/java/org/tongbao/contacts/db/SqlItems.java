package org.tongbao.contacts.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.domain.Versioned;
import org.tongbao.contacts.json.DirectoryJson;
import org.tongbao.contacts.people.domain.BookChange;
import org.tongbao.contacts.people.domain.BookItem;
import org.tongbao.contacts.people.domain.Contact;
import org.tongbao.contacts.people.domain.ItemKind;
import org.tongbao.contacts.usecase.Sequentially;
import org.tongbao.platform.sql.Row;
import org.tongbao.platform.sql.Sql;

/** The items of any number of books, by one statement for each table. */
@ApplicationScoped
public class SqlItems {
    private static final int WRITTEN_AT_ONCE = 2_000;
    // The rows of a whole directory at once do not fit beside the document that is compared with them.
    private static final int READ_AT_ONCE = 500;
    private static final String READ = ItemTable.selectAll("agency = any($1)");
    // What speaks of nobody but the one who goes.
    private static final String REMOVE_ITS_OWN = """
        delete from roster_item r using contact c where c.id = $1 and r.agency = c.agency
            and r.kind in ('contact-account', 'channel-proof') and r.body ->> 'contact' = c.id::text\
        """;

    /** As the statements of {@link ItemTable} take it. */
    private record ItemRow(UUID id, String agency, long revision, String kind, BookItem body) {}

    public Uni<Map<AgencyCode, Map<UUID, Versioned<BookItem>>>> read(List<String> agencies) {
        Map<AgencyCode, Map<UUID, Versioned<BookItem>>> books = new HashMap<>();
        return Sequentially.of(
                        Sequentially.parts(agencies, READ_AT_ONCE),
                        part -> Sql.query(READ, row -> add(books, row), (Object) part.toArray(String[]::new)))
                .replaceWith(books);
    }

    private static boolean add(Map<AgencyCode, Map<UUID, Versioned<BookItem>>> books, Row row) {
        books.computeIfAbsent(new AgencyCode(row.text("agency")), ignored -> new LinkedHashMap<>())
                .put(row.uuid("id"), item(row));
        return true;
    }

    public static Versioned<BookItem> item(Row row) {
        return new Versioned<>(
                DirectoryJson.read(
                        row.text("body"), ItemKind.of(row.text("kind")).type()),
                row.bigint("revision"));
    }

    /** Answers the ids that belong to something of another agency. */
    public Uni<Set<UUID>> write(Map<AgencyCode, List<BookChange>> changes) {
        Set<UUID> others = new HashSet<>();
        List<BookChange.Removed> removed = changes.values().stream()
                .flatMap(List::stream)
                .filter(BookChange.Removed.class::isInstance)
                .map(BookChange.Removed.class::cast)
                .toList();
        return Sequentially.of(removed, SqlItems::remove)
                .chain(() -> Sequentially.of(List.of(ItemTable.values()), it -> write(it, changes, others)))
                .replaceWith(others);
    }

    private static Uni<Void> remove(BookChange.Removed removed) {
        Uni<Integer> own = removed.item() instanceof Contact
                ? Sql.update(REMOVE_ITS_OWN, removed.id())
                : Uni.createFrom().item(0);
        return own.chain(() ->
                        Sql.update(ItemTable.of(ItemKind.of(removed.item())).remove(), removed.id()))
                .replaceWithVoid();
    }

    private static Uni<Void> write(ItemTable table, Map<AgencyCode, List<BookChange>> changes, Set<UUID> others) {
        Map<UUID, ItemRow> fresh = new LinkedHashMap<>();
        Map<UUID, ItemRow> changed = new LinkedHashMap<>();
        changes.forEach((agency, all) -> all.forEach(change -> {
            if (change instanceof BookChange.Filed filed) {
                put(table, fresh, row(agency, change.id(), filed.item(), 1));
            } else if (change instanceof BookChange.Replaced replaced) {
                put(table, changed, row(agency, change.id(), replaced.item(), replaced.revision()));
            }
        }));
        Map<UUID, ItemRow> back = new LinkedHashMap<>(fresh);
        return run(table.update(), changed)
                .invoke(written -> addMissing(changed, written, others))
                .chain(() -> run(table.insert(), fresh))
                // A contact that this agency removed comes back.
                .invoke(back.keySet()::removeAll)
                .chain(() -> run(table.update(), back))
                .invoke(written -> addMissing(back, written, others))
                .replaceWithVoid();
    }

    private static ItemRow row(AgencyCode agency, UUID id, BookItem item, long revision) {
        return new ItemRow(id, agency.value(), revision, ItemKind.of(item).key(), item);
    }

    private static void put(ItemTable table, Map<UUID, ItemRow> rows, ItemRow row) {
        if (ItemTable.of(ItemKind.of(row.body())) == table) {
            rows.put(row.id(), row);
        }
    }

    private static void addMissing(Map<UUID, ItemRow> rows, Set<UUID> written, Set<UUID> others) {
        rows.keySet().stream().filter(it -> !written.contains(it)).forEach(others::add);
    }

    private static Uni<Set<UUID>> run(String sql, Map<UUID, ItemRow> rows) {
        Set<UUID> written = new HashSet<>();
        return Sequentially.of(
                        Sequentially.parts(List.copyOf(rows.values()), WRITTEN_AT_ONCE),
                        part -> Sql.query(sql, row -> written.add(row.uuid("id")), DirectoryJson.write(part)))
                .replaceWith(written);
    }
}
