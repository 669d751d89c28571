package org.tongbao.contacts.db;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tongbao.contacts.people.domain.ItemKind;

/**
 * Which table keeps the items of a kind, and which column each component. An item travels as {@link DirectoryJson} writes it,
 * so that one statement reads or writes any number of them.
 */
public enum ItemTable {
    /** One that was removed keeps its row, since past shifts name it. */
    CONTACT(
            "removed_at is null",
            """
            , filed_at = app_now(), removed_at = null, attested_at = app_now(), attested_by = null,
                attested_until = quarter_after(app_now()), remind_at = null\
            """,
            "update contact set removed_at = app_now() where id = $1",
            List.of(
                    "name text",
                    "title text",
                    "employment text",
                    "language text",
                    "roles text[]",
                    "channels jsonb",
                    "teamRoles text[] seats",
                    "certificate jsonb")),
    DEPUTYSHIP(List.of(
            "contact uuid",
            "deputies uuid[]",
            "from timestamptz starts",
            "until timestamptz ends",
            "permissions jsonb")),
    ABSENCE(List.of("contact uuid", "from timestamptz starts", "until timestamptz ends", "standIn uuid stand_in")),
    SHIFT(List.of("role text", "contact uuid", "from timestamptz starts", "until timestamptz ends")),
    /** All other kinds, each as one document. */
    ROSTER_ITEM(List.of());

    private final String table = name().toLowerCase(Locale.ROOT);
    private final String present;
    private final List<Column> columns;
    private final String insert;
    private final String update;
    private final String remove;

    /**
     * @param component of the record
     * @param name of the column
     * @param value what is written into it
     */
    private record Column(String component, String type, String name, String value) {
        /** Component and type, and the column where it is called otherwise. */
        static Column of(String text) {
            String[] parts = text.split(" ");
            return new Column(parts[0], parts[1], parts[parts.length == 3 ? 2 : 0], "i.\"" + parts[0] + "\"");
        }
    }

    ItemTable(List<String> columns) {
        this("true", "", "", columns);
    }

    ItemTable(String present, String touched, String remove, List<String> columns) {
        this.present = present;
        this.columns = columns.stream().map(Column::of).toList();
        List<Column> written = !columns.isEmpty()
                ? this.columns
                : List.of(new Column("", "", "kind", "r.kind"), new Column("", "", "body", "r.body"));
        String rows = "jsonb_to_recordset($1::text::jsonb) as r(id uuid, agency text, revision bigint, kind text, body"
                + " jsonb)";
        String items = this.columns.stream()
                .map(it -> "\"%s\" %s".formatted(it.component, it.type))
                .collect(joining(", "));
        String source = items.isEmpty() ? rows : rows + ", lateral jsonb_to_record(r.body) as i(" + items + ")";
        this.insert =
                "insert into %s (id, agency, revision, %s) select r.id, r.agency, r.revision, %s from %s on conflict (id) do nothing returning id"
                        .formatted(table, each(written, Column::name), each(written, Column::value), source);
        this.update =
                "update %s t set revision = r.revision, %s%s from %s where t.id = r.id and t.agency = r.agency returning t.id"
                        .formatted(table, each(written, it -> it.name + " = " + it.value), touched, source);
        this.remove = remove.isEmpty() ? "delete from " + table + " where id = $1" : remove;
    }

    private static String each(List<Column> columns, Function<Column, String> text) {
        return columns.stream().map(text).collect(joining(", "));
    }

    static ItemTable of(ItemKind kind) {
        return switch (kind) {
            case CONTACT -> CONTACT;
            case DEPUTYSHIP -> DEPUTYSHIP;
            case ABSENCE -> ABSENCE;
            case SHIFT -> SHIFT;
            case ROTATION, DUTY_OVERRIDE, DUTY_SWAP, HOLIDAY_CALENDAR, CONTACT_ACCOUNT, CHANNEL_PROOF -> ROSTER_ITEM;
        };
    }

    /** Inserts rows that are new, and answers their ids: what is somebody else's already stays as it is. */
    String insert() {
        return insert;
    }

    /** Changes rows of the same agency, and answers their ids. */
    String update() {
        return update;
    }

    String remove() {
        return remove;
    }

    /** {@code kind, agency, id, revision, body} of the items that are there. */
    public String select(String condition, String... leftOut) {
        String body = columns.isEmpty()
                ? "body"
                : columns.stream()
                        .filter(it -> !Arrays.asList(leftOut).contains(it.component))
                        .map(it -> "'%s', %s".formatted(it.component, it.name))
                        .collect(joining(", ", "json_build_object(", ")"));
        String kind = columns.isEmpty() ? "kind" : "'" + table + "'";
        return "select %s as kind, agency, id, revision, %s::text as body from %s where %s and %s"
                .formatted(kind, body, table, present, condition);
    }

    static String selectAll(String condition) {
        return Stream.of(values()).map(it -> it.select(condition)).collect(joining(" union all "));
    }
}
