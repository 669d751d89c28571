package org.tongbao.contacts.duty.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contacts.people.usecase.ReadBook;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Group;

/** Who may speak for a contact in a swap: the contact's own account, or a directory admin on its behalf. */
@ApplicationScoped
public class SwapParties {
    private final ReadBook readBook;

    SwapParties(ReadBook readBook) {
        this.readBook = readBook;
    }

    public Uni<Void> mayOffer(Caller caller, AgencyCode agency, UUID contact) {
        return readBook.read(caller, agency)
                .invoke(book -> check(caller, book, contact))
                .replaceWithVoid();
    }

    static void check(Caller caller, ContactBook book, UUID contact) {
        if (!caller.is(Group.DIRECTORY_ADMIN) && !isSelf(caller, book, contact)) {
            throw new Refused(Refused.Reason.ANOTHERS_DUTY);
        }
    }

    public static boolean isSelf(Caller caller, ContactBook book, UUID contact) {
        return caller.agency().equals(book.agency().value()) && book.isAccountOf(caller.subject(), contact);
    }
}
