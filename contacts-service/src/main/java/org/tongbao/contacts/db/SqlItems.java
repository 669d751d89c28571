package org.tongbao.contacts.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Revised;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.people.Absence;
import org.tongbao.contacts.domain.people.BookImport;
import org.tongbao.contacts.domain.people.Contact;
import org.tongbao.contacts.domain.people.Deputyship;
import org.tongbao.contacts.domain.people.DutyOverride;
import org.tongbao.contacts.domain.people.HolidayCalendar;
import org.tongbao.contacts.domain.people.Item;
import org.tongbao.contacts.domain.people.Rotation;
import org.tongbao.contacts.domain.people.Shift;
import org.tongbao.contacts.usecase.EachInTurn;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.contracts.procedure.Role;
import org.tongbao.platform.sql.Row;
import org.tongbao.platform.sql.Sql;

/** The items of many books by one statement for each kind. */
@ApplicationScoped
class SqlItems {
    private static final int AT_ONCE = 2_000;
    private static final int READ_AT_ONCE = 500;

    private static final String CONTACTS = """
            select agency, id, revision, name, title, employment, language, roles, channels::text, seats,
                certificate::text from contact where agency = any($1) and removed_at is null""";
    private static final String DEPUTYSHIPS = """
            select agency, id, revision, contact, deputies::text[], starts, ends, permissions::text from deputyship where agency = any($1)""";
    private static final String ABSENCES =
            "select agency, id, revision, contact, stand_in, starts, ends from absence where agency = any($1)";
    private static final String SHIFTS =
            "select agency, id, revision, role, contact, starts, ends from shift where agency = any($1)";

    private static final String ROSTER =
            "select agency, id, revision, kind, body::text from roster_item where agency = any($1)";

    // A row that is another agency's is neither inserted nor changed, and is missing in the answer.
    private static final Statements CONTACT = new Statements(
            "contact",
            """
            jsonb_to_recordset($1::text::jsonb) as r(id uuid, agency text, revision bigint, name text, title text,
                employment text, language text, roles text[], channels jsonb, seats text[], certificate jsonb)""",
            """
            revision = r.revision, name = r.name, title = r.title, employment = r.employment, language = r.language,
                roles = r.roles, channels = r.channels, seats = r.seats, certificate = r.certificate, filed_at = app_now(), removed_at = null,
                attested_at = app_now(), attested_by = null, attested_until = quarter_after(app_now()),
                remind_at = null""",
            "id, agency, revision, name, title, employment, language, roles, channels, seats, certificate");
    private static final Statements DEPUTYSHIP = new Statements(
            "deputyship", """
            jsonb_to_recordset($1::text::jsonb) as r(id uuid, agency text, revision bigint, contact uuid,
                deputies uuid[], starts timestamptz, ends timestamptz, permissions jsonb)""", """
            revision = r.revision, contact = r.contact, deputies = r.deputies, starts = r.starts, ends = r.ends,
                permissions = r.permissions""", "id, agency, revision, contact, deputies, starts, ends, permissions");
    private static final Statements ABSENCE =
            new Statements("absence", """
            jsonb_to_recordset($1::text::jsonb) as r(id uuid, agency text, revision bigint, contact uuid,
                stand_in uuid, starts timestamptz, ends timestamptz)""", """
            revision = r.revision, contact = r.contact, stand_in = r.stand_in, starts = r.starts, ends = r.ends""", "id, agency, revision, contact, stand_in, starts, ends");
    private static final Statements SHIFT =
            new Statements("shift", """
            jsonb_to_recordset($1::text::jsonb) as r(id uuid, agency text, revision bigint, role text, contact uuid,
                starts timestamptz, ends timestamptz)""", """
            revision = r.revision, role = r.role, contact = r.contact, starts = r.starts, ends = r.ends""", "id, agency, revision, role, contact, starts, ends");

    private static final Statements ROSTER_ITEM =
            new Statements("roster_item", """
            jsonb_to_recordset($1::text::jsonb) as r(id uuid, agency text, revision bigint, kind text, body jsonb)""", """
            revision = r.revision, body = r.body""", "id, agency, revision, kind, body");
    private static final List<Class<? extends Item>> ON_A_ROSTER =
            List.of(Rotation.class, DutyOverride.class, HolidayCalendar.class);

    private final ContactRows contacts;
    private final JsonRows json;

    SqlItems(ContactRows contacts, JsonRows json) {
        this.contacts = contacts;
        this.json = json;
    }

    /** How rows of one table are written. */
    private record Statements(String insert, String update) {
        Statements(String table, String rows, String assignments, String columns) {
            this(
                    "insert into %s (%s) select %s from %s on conflict (id) do nothing returning id"
                            .formatted(table, columns, columns, rows),
                    "update %s t set %s from %s where t.id = r.id and t.agency = r.agency returning t.id"
                            .formatted(table, assignments, rows));
        }
    }

    // Part by part: the rows of a whole directory at once do not fit beside the document that is compared with them.
    Uni<Map<AgencyCode, Map<UUID, Revised<Item>>>> read(String[] agencies) {
        Map<AgencyCode, Map<UUID, Revised<Item>>> books = new HashMap<>();
        List<String[]> parts = new ArrayList<>();
        for (int from = 0; from < agencies.length; from += READ_AT_ONCE) {
            parts.add(Arrays.copyOfRange(agencies, from, Math.min(agencies.length, from + READ_AT_ONCE)));
        }
        return EachInTurn.of(parts, it -> read(it, books)).replaceWith(books);
    }

    private Uni<Void> read(String[] agencies, Map<AgencyCode, Map<UUID, Revised<Item>>> books) {
        return Sql.query(CONTACTS, row -> add(books, row, contacts.contact(row, 3)), (Object) agencies)
                .chain(() -> Sql.query(DEPUTYSHIPS, row -> add(books, row, deputyship(row)), (Object) agencies))
                .chain(() -> Sql.query(ABSENCES, row -> add(books, row, absence(row)), (Object) agencies))
                .chain(() -> Sql.query(SHIFTS, row -> add(books, row, shift(row)), (Object) agencies))
                .chain(() -> Sql.query(
                        ROSTER, row -> add(books, row, RosterRows.read(row.text(3), row.text(4))), (Object) agencies))
                .replaceWithVoid();
    }

    private static boolean add(Map<AgencyCode, Map<UUID, Revised<Item>>> books, Row row, Item item) {
        books.computeIfAbsent(new AgencyCode(row.text(0)), ignored -> new LinkedHashMap<>())
                .put(row.uuid(1), new Revised<>(item, row.bigint(2)));
        return true;
    }

    private static Deputyship deputyship(Row row) {
        return new Deputyship(
                row.uuid(3),
                AgencyRow.array(row, 4).stream().map(UUID::fromString).toList(),
                row.instant(5),
                row.nullable(6),
                FactJson.permissions(row.text(7)));
    }

    private static Absence absence(Row row) {
        return new Absence(row.uuid(3), row.instant(5), row.instant(6), row.nullable(4));
    }

    private static Shift shift(Row row) {
        return new Shift(
                Keyed.find(Role.class, row.text(3)).orElseThrow(), row.uuid(4), row.instant(5), row.instant(6));
    }

    /** Answers the ids that belong to somebody else. */
    Uni<Set<UUID>> write(Map<AgencyCode, List<BookImport.Taken>> changes) {
        Set<UUID> others = new HashSet<>();
        return write(CONTACT, changes, List.of(Contact.class), others)
                .chain(() -> write(DEPUTYSHIP, changes, List.of(Deputyship.class), others))
                .chain(() -> write(ABSENCE, changes, List.of(Absence.class), others))
                .chain(() -> write(SHIFT, changes, List.of(Shift.class), others))
                .chain(() -> write(ROSTER_ITEM, changes, ON_A_ROSTER, others))
                .replaceWith(others);
    }

    private Uni<Void> write(
            Statements statements,
            Map<AgencyCode, List<BookImport.Taken>> changes,
            List<Class<? extends Item>> kinds,
            Set<UUID> others) {
        Map<UUID, Map<String, @Nullable Object>> fresh = new LinkedHashMap<>();
        Map<UUID, Map<String, @Nullable Object>> changed = new LinkedHashMap<>();
        changes.forEach((agency, all) -> all.stream()
                .filter(it -> kinds.stream()
                        .anyMatch(kind -> kind.isInstance(it.after().value())))
                .forEach(it -> (it.before() == null ? fresh : changed).put(it.id(), row(agency, it))));
        Set<UUID> left = new HashSet<>(fresh.keySet());
        return run(statements.insert(), fresh)
                .invoke(left::removeAll)
                .chain(() -> {
                    // A contact that this agency removed comes back.
                    left.forEach(it -> changed.put(it, Objects.requireNonNull(fresh.get(it))));
                    return run(statements.update(), changed);
                })
                .invoke(written -> changed.keySet().stream()
                        .filter(it -> !written.contains(it))
                        .forEach(others::add))
                .replaceWithVoid();
    }

    private Uni<Set<UUID>> run(String sql, Map<UUID, Map<String, @Nullable Object>> rows) {
        Set<UUID> written = new HashSet<>();
        List<Map<String, @Nullable Object>> all = new ArrayList<>(rows.values());
        Uni<Void> run = Uni.createFrom().voidItem();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            var part = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            run = run.chain(() -> Sql.query(sql, row -> written.add(row.uuid(0)), json.of(part))
                    .replaceWithVoid());
        }
        return run.replaceWith(written);
    }

    private Map<String, @Nullable Object> row(AgencyCode agency, BookImport.Taken taken) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", taken.id());
        row.put("agency", agency.value());
        row.put("revision", taken.after().revision());
        Item item = taken.after().value();
        if (item instanceof Contact contact) {
            contacts.fill(row, contact);
        } else if (item instanceof Deputyship deputyship) {
            row.put("contact", deputyship.contact());
            row.put("deputies", deputyship.deputies());
            times(row, deputyship.from().toString(), deputyship.until());
            row.put("permissions", FactJson.tree(deputyship.permissions()));
        } else if (item instanceof Absence absence) {
            row.put("contact", absence.contact());
            row.put("stand_in", absence.standIn());
            times(row, absence.from().toString(), absence.until());
        } else if (item instanceof Shift shift) {
            row.put("role", shift.role().key());
            row.put("contact", shift.contact());
            times(row, shift.from().toString(), shift.until());
        } else {
            row.put("kind", RosterRows.kind(item));
            row.put("body", RosterRows.tree(item));
        }
        return row;
    }

    private static void times(Map<String, @Nullable Object> row, String from, @Nullable Object until) {
        row.put("starts", from);
        row.put("ends", until == null ? null : until.toString());
    }
}
