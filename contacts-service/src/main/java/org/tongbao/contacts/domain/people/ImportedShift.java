package org.tongbao.contacts.domain.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Fault;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contracts.procedure.Role;

/** A shift of an import. Without an id it is the one of the same person and role that starts at the same time. */
public record ImportedShift(
        String place,
        AgencyCode agency,
        @Nullable UUID id,
        @Nullable Role role,
        People.@Nullable Named contact,
        @Nullable Instant from,
        @Nullable Instant until,
        boolean broken)
        implements ImportedItem {
    @Override
    public Class<? extends Item> kind() {
        return Shift.class;
    }

    @Override
    public Optional<UUID> means(ContactBook book, People people) {
        Optional<UUID> person = people.find(contact);
        return role == null || from == null || person.isEmpty()
                ? Optional.empty()
                : book.idOfSame(new Shift(role, person.get(), from, from));
    }

    @Override
    public Optional<Item> over(@Nullable Item known, People people, List<Fault> faults) {
        Shift before = known instanceof Shift shift ? shift : null;
        var said = new Said(place, faults);
        Role of = said.or(role, before == null ? null : before.role(), "/role");
        UUID person = said.person(contact, before == null ? null : before.contact(), "/contact", people);
        Instant start = said.or(from, before == null ? null : before.from(), "/from");
        Instant end = said.or(until, before == null ? null : before.until(), "/until");
        return of == null || person == null || start == null || end == null
                ? Optional.empty()
                : Optional.of(new Shift(of, person, start, end));
    }
}
