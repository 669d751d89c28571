package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.agency.Agency;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.people.Channel;
import org.tongbao.contacts.domain.people.Contact;
import org.tongbao.contacts.domain.people.ContactBook;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Group;

/** A contact whose addresses and entry the caller may speak for: a directory admin, or the contact's own account. */
@ApplicationScoped
class OwnContact {
    private final BookAccess scope;
    private final Books books;

    OwnContact(BookAccess scope, Books books) {
        this.scope = scope;
        this.books = books;
    }

    record Found(Agency agency, ContactBook book, UUID id, Contact contact) {
        /** The address that is called so. */
        Channel channel(String key) {
            return contact.channels().stream()
                    .filter(it -> it.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN));
        }
    }

    /**
     * @throws Refused when there is no such contact for the caller, or it is for somebody else
     */
    Uni<Found> find(Caller caller, AgencyCode agency, UUID contact) {
        return scope.mayChange(Agencies.of(caller), agency).chain(facts -> books.read(agency)
                .map(book -> new Found(
                        facts,
                        book,
                        contact,
                        book.contact(contact).orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN))))
                .invoke(found -> mustSpeakFor(caller, found.book(), contact)));
    }

    static void mustSpeakFor(Caller caller, ContactBook book, UUID contact) {
        if (!caller.is(Group.DIRECTORY_ADMIN) && !SwapParties.isSelf(caller, book, contact)) {
            throw new Refused(Refused.Reason.ANOTHERS_ENTRY);
        }
    }
}
