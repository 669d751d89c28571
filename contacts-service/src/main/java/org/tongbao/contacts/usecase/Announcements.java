package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.tongbao.contacts.agency.usecase.AgencyInTree;
import org.tongbao.contacts.duty.usecase.PublishedBook;

/** Tells everybody else, in the transaction that makes it true. */
public interface Announcements {
    /** Also puts the agencies where callers' scopes are looked up. */
    Uni<Void> agencies(List<AgencyInTree> agencies);

    Uni<Void> books(List<PublishedBook> books);
}
