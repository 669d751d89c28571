package org.tongbao.contacts.domain.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Fault;
import org.tongbao.contacts.domain.agency.AgencyCode;

/** Deputies of an import. Without an id they are those of the same person from the same time. */
public record ImportedDeputyship(
        String place,
        AgencyCode agency,
        @Nullable UUID id,
        @Nullable UUID contact,
        @Nullable List<UUID> deputies,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable List<Deputyship.Permission> permissions,
        boolean broken)
        implements ImportedItem {
    @Override
    public Class<? extends Item> kind() {
        return Deputyship.class;
    }

    @Override
    public Optional<UUID> means(ContactBook book, People people) {
        return contact == null || from == null
                ? Optional.empty()
                : book.idOfSame(new Deputyship(contact, List.of(), from, null));
    }

    @Override
    public Optional<Item> over(@Nullable Item known, People people, List<Fault> faults) {
        Deputyship before = known instanceof Deputyship deputyship ? deputyship : null;
        var said = new Said(place, faults);
        UUID person = said.or(contact, before == null ? null : before.contact(), "/contact");
        List<UUID> others = said.or(deputies, before == null ? null : before.deputies(), "/deputies");
        Instant start = said.or(from, before == null ? null : before.from(), "/from");
        Instant end = until == null && before != null ? before.until() : until;
        if (person == null || others == null || start == null) {
            return Optional.empty();
        }
        List<Deputyship.Permission> given = permissions;
        if (given == null) {
            given = before == null ? List.of() : before.permissions();
        }
        return Optional.of(new Deputyship(person, others, start, end, given));
    }
}
