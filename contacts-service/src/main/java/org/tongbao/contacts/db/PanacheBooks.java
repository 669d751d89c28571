package org.tongbao.contacts.db;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.Revised;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.people.Absence;
import org.tongbao.contacts.domain.people.BookChange;
import org.tongbao.contacts.domain.people.Contact;
import org.tongbao.contacts.domain.people.ContactBook;
import org.tongbao.contacts.domain.people.Deputyship;
import org.tongbao.contacts.domain.people.Item;
import org.tongbao.contacts.domain.people.Shift;
import org.tongbao.contacts.usecase.Books;
import org.tongbao.platform.sql.Sql;

/** Books as rows. The row of {@code contact_book} is the lock of everything in it. */
@ApplicationScoped
class PanacheBooks implements Books {
    private static final String LOCK = """
            insert into contact_book (agency, version) values ($1, 0)
            on conflict (agency) do update set version = contact_book.version
            returning version""";
    private static final String SAID =
            "update contact_book set version = $2, duty_until = $3, next_hand_off = $4 where agency = $1";
    private static final String RENEW_SOON =
            "update contact_book set duty_until = app_now() where agency = any($1) and duty_until > app_now()";
    private static final String HAND_OFFS_DUE = """
            select agency, hand_offs_told from contact_book where next_hand_off <= app_now()
            order by next_hand_off limit $1 for update skip locked""";
    private static final String HAND_OFFS_TOLD =
            "update contact_book set hand_offs_told = $2, next_hand_off = $3 where agency = $1";
    private static final String SAID_UP_TO = """
            select agency from contact_book where duty_until < $1
            order by duty_until limit $2 for update skip locked""";

    private final ContactRows contacts;
    private final DeputyshipRows deputyships;
    private final AbsenceRows absences;
    private final ShiftRows shifts;
    private final RosterRows roster;

    PanacheBooks(
            ContactRows contacts,
            DeputyshipRows deputyships,
            AbsenceRows absences,
            ShiftRows shifts,
            RosterRows roster) {
        this.contacts = contacts;
        this.deputyships = deputyships;
        this.absences = absences;
        this.shifts = shifts;
        this.roster = roster;
    }

    @Override
    public Uni<ContactBook> open(AgencyCode agency) {
        return Sql.query(LOCK, row -> row.bigint(0), agency.value())
                .chain(versions -> items(agency).map(items -> new ContactBook(agency, versions.get(0), items)));
    }

    @Override
    public Uni<ContactBook> read(AgencyCode agency) {
        return items(agency).map(items -> new ContactBook(agency, 0, items));
    }

    private Uni<Map<UUID, Revised<Item>>> items(AgencyCode agency) {
        Map<UUID, Revised<Item>> items = new LinkedHashMap<>();
        return contacts.load(agency, items)
                .chain(() -> deputyships.load(agency, items))
                .chain(() -> absences.load(agency, items))
                .chain(() -> shifts.load(agency, items))
                .chain(() -> roster.load(agency, items))
                .replaceWith(items);
    }

    @Override
    public Uni<Void> save(AgencyCode agency, BookChange change) {
        if (change instanceof BookChange.Filed filed) {
            return write(agency, filed.id(), new Revised<>(filed.item(), 1));
        }
        if (change instanceof BookChange.Replaced replaced) {
            return write(agency, replaced.id(), replaced.item());
        }
        return change instanceof BookChange.Removed removed
                ? remove(removed)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> write(AgencyCode agency, UUID id, Revised<Item> item) {
        Uni<Boolean> written;
        if (item.value() instanceof Contact contact) {
            written = contacts.write(agency, id, contact, item.revision());
        } else if (item.value() instanceof Deputyship deputyship) {
            written = deputyships.write(agency, id, deputyship, item.revision());
        } else if (item.value() instanceof Absence absence) {
            written = absences.write(agency, id, absence, item.revision());
        } else if (item.value() instanceof Shift shift) {
            written = shifts.write(agency, id, shift, item.revision());
        } else {
            written = roster.write(agency, id, item.value(), item.revision());
        }
        return written.invoke(done -> {
                    if (!done) {
                        // The id belongs to something of another agency, of which the caller may not know.
                        throw new Refused(Refused.Reason.UNKNOWN);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> remove(BookChange.Removed removed) {
        if (removed.item() instanceof Contact) {
            return contacts.remove(removed.id());
        }
        if (removed.item() instanceof Deputyship) {
            return deputyships.remove(removed.id());
        }
        if (removed.item() instanceof Absence) {
            return absences.deleteById(removed.id()).replaceWithVoid();
        }
        return removed.item() instanceof Shift
                ? shifts.deleteById(removed.id()).replaceWithVoid()
                : roster.remove(removed.id());
    }

    @Override
    public Uni<Void> said(AgencyCode agency, long version, Instant dutyUntil, @Nullable Instant nextHandOff) {
        return Sql.update(SAID, agency.value(), version, dutyUntil, nextHandOff).replaceWithVoid();
    }

    @Override
    public Uni<Void> renewSoon(List<AgencyCode> agencies) {
        return agencies.isEmpty()
                ? Uni.createFrom().voidItem()
                : Sql.update(RENEW_SOON, (Object)
                                agencies.stream().map(AgencyCode::value).toArray(String[]::new))
                        .replaceWithVoid();
    }

    @Override
    public Uni<List<HandOffs>> handOffsDue(int limit) {
        return Sql.query(HAND_OFFS_DUE, row -> new HandOffs(new AgencyCode(row.text(0)), row.instant(1)), limit);
    }

    @Override
    public Uni<Void> handOffsTold(AgencyCode agency, Instant upTo, @Nullable Instant next) {
        return Sql.update(HAND_OFFS_TOLD, agency.value(), upTo, next).replaceWithVoid();
    }

    @Override
    public Uni<List<AgencyCode>> saidUpTo(Instant dutyUntil, int limit) {
        return Sql.query(SAID_UP_TO, row -> new AgencyCode(row.text(0)), dutyUntil, limit);
    }
}
