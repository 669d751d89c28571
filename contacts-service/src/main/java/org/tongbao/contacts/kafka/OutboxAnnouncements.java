package org.tongbao.contacts.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.Agency;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.domain.Relations;
import org.tongbao.contacts.agency.usecase.AgencyInTree;
import org.tongbao.contacts.duty.usecase.PublishedBook;
import org.tongbao.contacts.people.domain.Absence;
import org.tongbao.contacts.people.domain.Contact;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contacts.people.domain.Deputyship;
import org.tongbao.contacts.usecase.Announcements;
import org.tongbao.contracts.event.AgencyEntry;
import org.tongbao.contracts.event.ContactsEntry;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.procedure.Role;
import org.tongbao.platform.access.AgencyTree;
import org.tongbao.platform.outbox.Outbox;

/** Entries of the two compacted topics. This service's own copy of the tree is written beside them, so it never lags. */
@ApplicationScoped
class OutboxAnnouncements implements Announcements {
    private final Outbox outbox;
    private final AgencyTree tree;

    OutboxAnnouncements(Outbox outbox, AgencyTree tree) {
        this.outbox = outbox;
        this.tree = tree;
    }

    @Override
    public Uni<Void> agencies(List<AgencyInTree> placed) {
        List<AgencyEntry> entries =
                placed.stream().map(OutboxAnnouncements::entry).toList();
        return tree.saveAll(entries).chain(() -> outbox.addAll(EventTypes.AGENCY_ENTRY, entries));
    }

    private static AgencyEntry entry(AgencyInTree placed) {
        Agency agency = placed.agency();
        return new AgencyEntry(
                agency.code().value(),
                placed.version(),
                placed.treeVersion(),
                agency.name(),
                agency.nameEnglish(),
                agency.kind().key(),
                agency.procedure(),
                placed.path().stream().map(AgencyCode::value).toList(),
                relations(agency.relations()),
                agency.responsibilityLevel(),
                agency.zone(),
                agency.languages());
    }

    private static AgencyEntry.Relations relations(Relations relations) {
        return new AgencyEntry.Relations(
                code(relations.superior()),
                code(relations.supervising()),
                code(relations.cityBureau()),
                code(relations.sectorAuthority()),
                code(relations.receiving()),
                relations.reviewers().stream().map(AgencyCode::value).toList());
    }

    private static @Nullable String code(@Nullable AgencyCode agency) {
        return agency == null ? null : agency.value();
    }

    @Override
    public Uni<Void> books(List<PublishedBook> books) {
        return outbox.addAll(
                EventTypes.CONTACTS_ENTRY,
                books.stream().map(OutboxAnnouncements::entry).toList());
    }

    private static ContactsEntry entry(PublishedBook published) {
        ContactBook book = published.book();
        return new ContactsEntry(
                book.agency().value(),
                published.version(),
                book.items(Contact.class).entrySet().stream()
                        .map(it -> contact(book, it))
                        .toList(),
                book.items(Deputyship.class).values().stream()
                        .map(it -> new ContactsEntry.Deputyship(it.contact(), it.deputies(), it.from(), it.until()))
                        .toList(),
                book.items(Absence.class).values().stream()
                        .map(it -> new ContactsEntry.Absence(it.contact(), it.from(), it.until(), it.standIn()))
                        .toList(),
                published.duty().stream()
                        .map(it -> new ContactsEntry.Duty(it.role().key(), it.contact(), it.from(), it.until()))
                        .toList());
    }

    private static ContactsEntry.Contact contact(ContactBook book, Map.Entry<UUID, Contact> filed) {
        Contact contact = filed.getValue();
        return new ContactsEntry.Contact(
                filed.getKey(),
                contact.name(),
                contact.title(),
                contact.language(),
                contact.roles().stream().map(Role::key).sorted().toList(),
                contact.channels().stream()
                        .map(it -> new ContactsEntry.Channel(
                                it.type().key(),
                                it.value(),
                                book.proof(filed.getKey(), it).isPresent()))
                        .toList());
    }
}
