package org.tongbao.contacts.domain.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Fault;
import org.tongbao.contacts.domain.agency.AgencyCode;

/** A rotation, an override or a calendar of holidays: always whole, and always with its id. Without an item it is broken. */
public record ImportedRosterItem(
        String place,
        AgencyCode agency,
        @Nullable UUID id,
        Class<? extends Item> kind,
        @Nullable Item item) implements ImportedItem {
    @Override
    public boolean broken() {
        return item == null;
    }

    @Override
    public Optional<UUID> means(ContactBook book, People people) {
        return Optional.empty();
    }

    @Override
    public Optional<Item> over(@Nullable Item known, People people, List<Fault> faults) {
        return Optional.ofNullable(item);
    }
}
