package org.tongbao.contacts.channel.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.tongbao.contacts.agency.domain.Agency;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.usecase.Agencies;
import org.tongbao.contacts.channel.domain.Channel;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.duty.usecase.SwapParties;
import org.tongbao.contacts.people.domain.Contact;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contacts.people.usecase.BookAccess;
import org.tongbao.contacts.people.usecase.Books;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Group;

/** A contact whose addresses and entry the caller may speak for: a directory admin, or the contact's own account. */
@ApplicationScoped
public class OwnContact {
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

    public static void mustSpeakFor(Caller caller, ContactBook book, UUID contact) {
        if (!caller.is(Group.DIRECTORY_ADMIN) && !SwapParties.isSelf(caller, book, contact)) {
            throw new Refused(Refused.Reason.ANOTHERS_ENTRY);
        }
    }
}
