package org.tongbao.contacts.ledger.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.Agency;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.usecase.AgencySearch;
import org.tongbao.contacts.db.DirectorySql;
import org.tongbao.contacts.domain.Fact;
import org.tongbao.contacts.json.DirectoryJson;
import org.tongbao.contacts.ledger.domain.Author;
import org.tongbao.contacts.ledger.domain.EntryState;
import org.tongbao.contacts.ledger.domain.LedgerEntry;
import org.tongbao.contacts.ledger.domain.NewLedgerEntry;
import org.tongbao.contacts.ledger.usecase.Ledger;
import org.tongbao.contracts.Ids;
import org.tongbao.platform.sql.Row;
import org.tongbao.platform.sql.Sql;

/** The ledger as two tables of one shape: that an agency exists is open to everybody, who works there is not. */
@ApplicationScoped
class SqlLedger implements Ledger {
    private static final String OF_AGENCIES = "agency_filing";
    private static final String OF_BOOKS = "filing";
    private static final String AGENCY = Agency.LEDGER_KIND;

    private static final String WRITE = """
        insert into %s (id, change, agency, kind, item, effective_from, body, late, reason, applied_at, filed_at,
            filed_by, filed_by_name, filed_by_agency)
        select n.id::uuid, n.change::uuid, n.agency, n.kind, n.item, n.effective_from::timestamptz,
            n.body::jsonb, n.late::boolean, n.reason,
            case when n.in_force::boolean then $11::timestamptz end, $11, $12, $13, $14
        from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                $9::text[], $10::text[])
            with ordinality as n(id, change, agency, kind, item, effective_from, body, late, reason, in_force, place)
        order by n.place\
        """;

    private static final String COLUMNS = """
        f.id, f.change, f.agency, f.kind, f.item, f.effective_from, f.body::text as body, f.filed_at, f.filed_by,
        f.filed_by_name, f.filed_by_agency, f.late, f.reason, f.refusal,
        case when f.withdrawn_at is not null then 'WITHDRAWN'
            when f.refused_at is not null then 'REFUSED'
            when f.applied_at is null then 'PENDING'
            when exists (select from %1$s l where l.agency = f.agency and l.kind = f.kind and l.item = f.item
                and l.applied_at is not null
                and (l.effective_from, l.position) > (f.effective_from, f.position)) then 'SUPERSEDED'
            else 'IN_FORCE' end as state, f.position\
        """;
    private static final String SELECT = "select " + COLUMNS + " from %1$s f ";
    // The same words as the index over what is pending.
    private static final String PENDING = "f.applied_at is null and f.withdrawn_at is null and f.refused_at is null";
    private static final String IN_ORDER = " order by f.effective_from, f.position";
    private static final String OVERTAKEN = """
        select distinct f.item from %1$s f join unnest($1::text[], $2::text[]) as n(item, since) on n.item = f.item
        where f.applied_at is not null and f.effective_from > n.since::timestamptz\
        """;
    private static final String LIST =
            "select * from (" + SELECT.formatted(OF_AGENCIES) + " where f.agency = $1 union all "
                    + SELECT.formatted(OF_BOOKS)
                    + " where f.agency = $1) as entries where $2::text is null or id < $2::text::uuid"
                    + " order by id desc limit $3";
    private static final String FIND = SELECT.formatted(OF_AGENCIES) + " where f.agency = $1 and f.id = $2 union all "
            + SELECT.formatted(OF_BOOKS) + " where f.agency = $1 and f.id = $2";
    private static final String PENDING_AGENCIES_OF = SELECT.formatted(OF_AGENCIES) + " where f.change = $1 and "
            + PENDING + " order by f.position for update of f";
    private static final String PENDING_BOOKS_OF = "select distinct f.agency from " + OF_BOOKS
            + " f where f.change = $1 and " + PENDING + " order by f.agency";
    private static final String PENDING_OF = SELECT.formatted(OF_BOOKS) + " where f.change = $1 and f.agency = $2 and "
            + PENDING + " order by f.position for update of f";
    private static final String FIRST_DUE = "select * from (" + due(OF_AGENCIES) + " union all " + due(OF_BOOKS)
            + ") as entries order by effective_from, filed_at, id limit 1";
    private static final String PENDING_OF_ITEMS =
            pendingOfItems(OF_AGENCIES) + " union all " + pendingOfItems(OF_BOOKS);
    private static final String TAKE_EFFECT = "update %s set applied_at = app_now() where id = $1";
    private static final String WITHDRAW =
            "update %s set withdrawn_at = app_now(), withdrawn_by = $2, withdrawn_by_name = $3 where id = $1";
    private static final String REFUSE = "update %s set refused_at = app_now(), refusal = $2 where id = $1";

    // Per item the one that holds from latest, among those known then and not taken back by then; removed ones drop
    // out.
    private static final String KNOWN = """
        from %1$s f where f.effective_from <= $1 and f.filed_at <= $2
            and (f.withdrawn_at is null or f.withdrawn_at > $2) and (f.refused_at is null or f.refused_at > $2)\
        """;
    private static final String AS_OF = "select distinct on (f.kind, f.item) " + COLUMNS + " " + KNOWN;
    private static final String LATEST = " order by f.kind, f.item, f.effective_from desc, f.position desc";
    private static final String BOOK = "select * from (" + AS_OF.formatted(OF_BOOKS) + " and f.agency = $3" + LATEST
            + ") as held where body is not null";
    private static final String BOOK_CHANGES = "select " + COLUMNS.formatted(OF_BOOKS) + " " + KNOWN.formatted(OF_BOOKS)
            + " and f.agency = $3 and f.effective_from > $4 and f.effective_from < $1" + IN_ORDER;
    private static final String ONE_AGENCY = "select * from (" + AS_OF.formatted(OF_AGENCIES) + " and f.agency = $3"
            + LATEST + ") as held where body is not null";
    private static final String AGENCIES = "select * from (" + AS_OF.formatted(OF_AGENCIES) + LATEST + """
        ) as held where body is not null
            and ($3::text is null or agency collate "C" > $3)
            and ($4::text is null or agency ilike $4 or body::jsonb ->> 'name' ilike $4
                or body::jsonb ->> 'nameEnglish' ilike $4 or body::jsonb ->> 'oid' ilike $4)
        order by agency collate "C" limit $5\
        """;
    private static final String PARENTS = "select agency, parent from (select distinct on (f.item) f.agency,"
            + " f.body ->> 'parent' as parent, f.body is null as removed " + KNOWN.formatted(OF_AGENCIES)
            + " order by f.item, f.effective_from desc, f.position desc) as held where not removed";

    private static String pendingOfItems(String table) {
        return SELECT.formatted(table) + " where f.item = any($1) and " + PENDING;
    }

    private static String due(String table) {
        return "(" + SELECT.formatted(table) + " where " + PENDING + " and f.effective_from <= app_now()"
                + " and f.change <> all ($1::text[]::uuid[])" + IN_ORDER + " limit 1)";
    }

    @Override
    public Uni<List<LedgerEntry>> write(Author filer, Instant now, List<NewLedgerEntry> newEntries) {
        Map<Instant, UUID> changes = new HashMap<>();
        List<LedgerEntry> entries = newEntries.stream()
                .map(it -> entry(it, changes.computeIfAbsent(it.effectiveFrom(), at -> Ids.next()), filer, now))
                .toList();
        return write(
                        OF_AGENCIES,
                        filer,
                        now,
                        entries.stream().filter(SqlLedger::isOfAgency).toList())
                .chain(() -> write(
                        OF_BOOKS,
                        filer,
                        now,
                        entries.stream().filter(it -> !isOfAgency(it)).toList()))
                .replaceWith(entries);
    }

    private static boolean isOfAgency(LedgerEntry entry) {
        return entry.kind().equals(AGENCY);
    }

    private static LedgerEntry entry(NewLedgerEntry newEntry, UUID change, Author filer, Instant now) {
        return new LedgerEntry(
                Ids.next(),
                change,
                newEntry.agency(),
                newEntry.kind(),
                newEntry.item(),
                newEntry.effectiveFrom(),
                newEntry.fact(),
                now,
                filer,
                newEntry.late(),
                newEntry.reason(),
                newEntry.state(),
                null);
    }

    private static Uni<Void> write(String table, Author filer, Instant now, List<LedgerEntry> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Sql.update(
                        WRITE.formatted(table),
                        Sql.texts(entries, LedgerEntry::id),
                        Sql.texts(entries, LedgerEntry::change),
                        Sql.texts(entries, LedgerEntry::agency),
                        Sql.texts(entries, LedgerEntry::kind),
                        Sql.texts(entries, LedgerEntry::item),
                        Sql.texts(entries, LedgerEntry::effectiveFrom),
                        Sql.texts(entries, SqlLedger::body),
                        Sql.texts(entries, LedgerEntry::late),
                        Sql.texts(entries, LedgerEntry::reason),
                        Sql.texts(entries, it -> it.state() != EntryState.PENDING),
                        now,
                        filer.subject(),
                        filer.name(),
                        filer.agency())
                .replaceWithVoid();
    }

    private static @Nullable String body(LedgerEntry entry) {
        Fact fact = entry.fact();
        return fact == null ? null : DirectoryJson.write(fact);
    }

    @Override
    public Uni<List<LedgerEntry>> pending(AgencyCode book) {
        return Sql.query(
                SELECT.formatted(OF_BOOKS) + "where f.agency = $1 and " + PENDING + IN_ORDER,
                SqlLedger::entry,
                book.value());
    }

    @Override
    public Uni<List<LedgerEntry>> pendingAgencies() {
        return Sql.query(SELECT.formatted(OF_AGENCIES) + "where " + PENDING + IN_ORDER, SqlLedger::entry);
    }

    @Override
    public Uni<Set<String>> supersededAgencies(Map<String, Instant> since) {
        return superseded(OF_AGENCIES, since);
    }

    @Override
    public Uni<Set<String>> supersededItems(Map<String, Instant> since) {
        return superseded(OF_BOOKS, since);
    }

    private static Uni<Set<String>> superseded(String table, Map<String, Instant> since) {
        List<String> items = new ArrayList<>(since.keySet());
        return Sql.query(
                        OVERTAKEN.formatted(table),
                        row -> row.text("item"),
                        Sql.texts(items, it -> it),
                        Sql.texts(items, since::get))
                .map(HashSet::new);
    }

    @Override
    public Uni<List<LedgerEntry>> list(AgencyCode agency, @Nullable UUID before, int limit) {
        return Sql.query(LIST, SqlLedger::entry, agency.value(), before == null ? null : before.toString(), limit + 1);
    }

    @Override
    public Uni<Optional<LedgerEntry>> find(AgencyCode agency, UUID id) {
        return Sql.queryFirst(FIND, SqlLedger::entry, agency.value(), id);
    }

    @Override
    public Uni<List<LedgerEntry>> pendingAgenciesOf(UUID change) {
        return Sql.query(PENDING_AGENCIES_OF, SqlLedger::entry, change);
    }

    @Override
    public Uni<List<AgencyCode>> pendingBooksOf(UUID change) {
        return Sql.query(PENDING_BOOKS_OF, row -> new AgencyCode(row.text("agency")), change);
    }

    @Override
    public Uni<List<LedgerEntry>> pendingOf(UUID change, AgencyCode book) {
        return Sql.query(PENDING_OF, SqlLedger::entry, change, book.value());
    }

    private static String table(LedgerEntry entry) {
        return isOfAgency(entry) ? OF_AGENCIES : OF_BOOKS;
    }

    @Override
    public Uni<Optional<LedgerEntry>> firstDue(Set<UUID> except) {
        return Sql.queryFirst(FIRST_DUE, SqlLedger::entry, (Object)
                except.stream().map(UUID::toString).toArray(String[]::new));
    }

    @Override
    public Uni<List<LedgerEntry>> pendingOfItems(List<String> items) {
        return Sql.query(PENDING_OF_ITEMS, SqlLedger::entry, (Object) items.toArray(String[]::new));
    }

    @Override
    public Uni<Void> carry(LedgerEntry entry, Fact fact, Author by, Instant now) {
        LedgerEntry carried = new LedgerEntry(
                Ids.next(),
                entry.change(),
                entry.agency(),
                entry.kind(),
                entry.item(),
                entry.effectiveFrom(),
                fact,
                now,
                entry.filedBy(),
                entry.late(),
                entry.reason(),
                EntryState.PENDING,
                null);
        return withdraw(entry, by).chain(() -> write(table(entry), entry.filedBy(), now, List.of(carried)));
    }

    @Override
    public Uni<Void> takeEffect(LedgerEntry entry) {
        return Sql.update(TAKE_EFFECT.formatted(table(entry)), entry.id()).replaceWithVoid();
    }

    @Override
    public Uni<Void> withdraw(LedgerEntry entry, Author by) {
        return Sql.update(WITHDRAW.formatted(table(entry)), entry.id(), by.subject(), by.name())
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> refuse(LedgerEntry entry, String why) {
        return Sql.update(REFUSE.formatted(table(entry)), entry.id(), why).replaceWithVoid();
    }

    @Override
    public Uni<List<LedgerEntry>> book(AgencyCode agency, Instant at, Instant knownAt) {
        return Sql.query(BOOK, SqlLedger::entry, at, knownAt, agency.value());
    }

    @Override
    public Uni<List<LedgerEntry>> bookChanges(AgencyCode agency, Instant after, Instant before, Instant knownAt) {
        return Sql.query(BOOK_CHANGES, SqlLedger::entry, before, knownAt, agency.value(), after);
    }

    @Override
    public Uni<Optional<LedgerEntry>> agency(AgencyCode agency, Instant at, Instant knownAt) {
        return Sql.queryFirst(ONE_AGENCY, SqlLedger::entry, at, knownAt, agency.value());
    }

    @Override
    public Uni<List<LedgerEntry>> agencies(AgencySearch search, Instant at, Instant knownAt) {
        return Sql.query(
                AGENCIES,
                SqlLedger::entry,
                at,
                knownAt,
                search.after(),
                DirectorySql.pattern(search.text()),
                search.limit() + 1);
    }

    @Override
    public Uni<Map<AgencyCode, Optional<AgencyCode>>> parents(Instant at, Instant knownAt) {
        Map<AgencyCode, Optional<AgencyCode>> parents = new HashMap<>();
        return Sql.query(
                        PARENTS,
                        row -> parents.put(
                                        new AgencyCode(row.text("agency")),
                                        Optional.ofNullable(row.textOrNull("parent"))
                                                .map(AgencyCode::new))
                                == null,
                        at,
                        knownAt)
                .replaceWith(parents);
    }

    private static LedgerEntry entry(Row row) {
        String body = row.textOrNull("body");
        return new LedgerEntry(
                row.uuid("id"),
                row.uuid("change"),
                new AgencyCode(row.text("agency")),
                row.text("kind"),
                row.text("item"),
                row.instant("effective_from"),
                body == null ? null : DirectoryJson.fact(row.text("kind"), body),
                row.instant("filed_at"),
                new Author(row.text("filed_by"), row.text("filed_by_name"), row.text("filed_by_agency")),
                row.bool("late"),
                row.textOrNull("reason"),
                EntryState.valueOf(row.text("state")),
                row.textOrNull("refusal"));
    }
}
