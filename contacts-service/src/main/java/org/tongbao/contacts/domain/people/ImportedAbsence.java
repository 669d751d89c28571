package org.tongbao.contacts.domain.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Fault;
import org.tongbao.contacts.domain.agency.AgencyCode;

/** An absence of an import. Without an id it is the one of the same person that starts at the same time. */
public record ImportedAbsence(
        String place,
        AgencyCode agency,
        @Nullable UUID id,
        @Nullable UUID contact,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable UUID standIn,
        boolean broken)
        implements ImportedItem {
    @Override
    public Class<? extends Item> kind() {
        return Absence.class;
    }

    @Override
    public Optional<UUID> means(ContactBook book, People people) {
        return contact == null || from == null
                ? Optional.empty()
                : book.idOfSame(new Absence(contact, from, from, null));
    }

    @Override
    public Optional<Item> over(@Nullable Item known, People people, List<Fault> faults) {
        Absence before = known instanceof Absence absence ? absence : null;
        var said = new Said(place, faults);
        UUID person = said.or(contact, before == null ? null : before.contact(), "/contact");
        Instant start = said.or(from, before == null ? null : before.from(), "/from");
        Instant end = said.or(until, before == null ? null : before.until(), "/until");
        UUID other = standIn == null && before != null ? before.standIn() : standIn;
        return person == null || start == null || end == null
                ? Optional.empty()
                : Optional.of(new Absence(person, start, end, other));
    }
}
