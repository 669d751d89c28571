package org.tongbao.contacts.people.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.db.DirectorySql;
import org.tongbao.contacts.db.SqlItems;
import org.tongbao.contacts.domain.Versioned;
import org.tongbao.contacts.duty.usecase.PublishedBook;
import org.tongbao.contacts.people.domain.BookChange;
import org.tongbao.contacts.people.domain.BookItem;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contacts.people.usecase.Books;
import org.tongbao.platform.sql.Sql;

/** Books as rows. The row of {@code contact_book} is the lock of everything in it. */
@ApplicationScoped
class SqlBooks implements Books {
    // In the order of the codes, so that two imports wait for each other and never each for the other.
    private static final String LOCK = """
        insert into contact_book (agency, version)
        select c.code, 0 from unnest($1::text[]) as c(code) order by c.code
        on conflict (agency) do update set version = contact_book.version
        returning agency, version\
        """;
    private static final String SAID = """
        insert into contact_book (agency, version, duty_until, next_hand_off)
        select r.agency, r.version::bigint, $3, r.next_hand_off::timestamptz
        from unnest($1::text[], $2::text[], $4::text[]) as r(agency, version, next_hand_off) order by r.agency
        on conflict (agency) do update set version = excluded.version, duty_until = excluded.duty_until,
            next_hand_off = excluded.next_hand_off\
        """;
    private static final String RENEW_SOON =
            "update contact_book set duty_until = app_now() where agency = any($1) and duty_until > app_now()";
    private static final String HAND_OFFS_DUE = """
        select agency, hand_offs_told from contact_book where next_hand_off <= app_now()
        order by next_hand_off limit $1 for update skip locked\
        """;
    private static final String HAND_OFFS_TOLD =
            "update contact_book set hand_offs_told = $2, next_hand_off = $3 where agency = $1";
    private static final String SAID_UP_TO = """
        select agency from contact_book where duty_until < $1
        order by duty_until limit $2 for update skip locked\
        """;

    private final SqlItems items;

    SqlBooks(SqlItems items) {
        this.items = items;
    }

    @Override
    public Uni<Map<AgencyCode, ContactBook>> findForUpdate(Collection<AgencyCode> agencies) {
        return Sql.query(LOCK, row -> Map.entry(new AgencyCode(row.text("agency")), row.bigint("version")), (Object)
                        DirectorySql.codes(agencies))
                .chain(versions -> read(agencies, Map.ofEntries(versions.toArray(Map.Entry[]::new))));
    }

    @Override
    public Uni<Map<AgencyCode, ContactBook>> read(Collection<AgencyCode> agencies) {
        return read(agencies, Map.of());
    }

    private Uni<Map<AgencyCode, ContactBook>> read(Collection<AgencyCode> agencies, Map<AgencyCode, Long> versions) {
        return items.read(List.of(DirectorySql.codes(agencies))).map(found -> {
            Map<AgencyCode, ContactBook> books = new HashMap<>();
            agencies.forEach(it -> books.put(
                    it,
                    new ContactBook(
                            it,
                            versions.getOrDefault(it, 0L),
                            found.getOrDefault(it, Map.<UUID, Versioned<BookItem>>of()))));
            return books;
        });
    }

    @Override
    public Uni<Set<UUID>> save(Map<AgencyCode, List<BookChange>> changes) {
        return items.write(changes);
    }

    @Override
    public Uni<Void> markPublished(List<PublishedBook> books, Instant dutyUntil) {
        return Sql.update(
                        SAID,
                        Sql.texts(books, it -> it.book().agency()),
                        Sql.texts(books, PublishedBook::version),
                        dutyUntil,
                        Sql.texts(books, PublishedBook::nextHandOff))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> renewSoon(List<AgencyCode> agencies) {
        return agencies.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.update(RENEW_SOON, (Object) DirectorySql.codes(agencies)).replaceWithVoid();
    }

    @Override
    public Uni<List<HandOffs>> handOffsDue(int limit) {
        return Sql.query(
                HAND_OFFS_DUE,
                row -> new HandOffs(new AgencyCode(row.text("agency")), row.instant("hand_offs_told")),
                limit);
    }

    @Override
    public Uni<Void> handOffsNotified(AgencyCode agency, Instant upTo, @Nullable Instant next) {
        return Sql.update(HAND_OFFS_TOLD, agency.value(), upTo, next).replaceWithVoid();
    }

    @Override
    public Uni<List<AgencyCode>> publishedUpTo(Instant dutyUntil, int limit) {
        return Sql.query(SAID_UP_TO, row -> new AgencyCode(row.text("agency")), dutyUntil, limit);
    }
}
