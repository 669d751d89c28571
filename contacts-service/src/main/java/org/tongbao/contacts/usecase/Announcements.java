package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.tongbao.contacts.domain.people.ContactBook;
import org.tongbao.contacts.domain.people.Turn;

/** Tells everybody else, in the transaction that makes it true. */
public interface Announcements {
    /** Also puts the agency where callers' scopes are looked up. */
    Uni<Void> agency(PlacedAgency agency);

    /** The same for many. */
    Uni<Void> agencies(List<PlacedAgency> agencies);

    Uni<Void> contacts(ContactBook book, long version, List<Turn> duty);

    Uni<Void> books(List<SaidBook> books);
}
