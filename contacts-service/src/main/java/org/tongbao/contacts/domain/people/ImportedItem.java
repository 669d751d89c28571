package org.tongbao.contacts.domain.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Fault;
import org.tongbao.contacts.domain.agency.AgencyCode;

/** Something of a book as an import has it. What it leaves blank stays as it is. */
public sealed interface ImportedItem
        permits ImportedContact, ImportedDeputyship, ImportedAbsence, ImportedShift, ImportedRosterItem {
    /** Where it stands in the import. */
    String place();

    AgencyCode agency();

    /** Null when it is meant by what it says. */
    @Nullable
    UUID id();

    /** Whether part of it could not be read: then no more is said about it. */
    boolean broken();

    Class<? extends Item> kind();

    /** The item of the book that it means when it has no id; empty for something new. */
    Optional<UUID> means(ContactBook book, People people);

    /** The item as it shall be; empty when that cannot be said, and the faults say why. */
    Optional<Item> over(@Nullable Item known, People people, List<Fault> faults);
}
