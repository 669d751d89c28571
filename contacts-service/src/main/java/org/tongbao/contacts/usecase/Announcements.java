package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Tells everybody else, in the transaction that makes it true. */
public interface Announcements {
    /** Also puts the agencies where callers' scopes are looked up. */
    Uni<Void> agencies(List<AgencyInTree> agencies);

    Uni<Void> books(List<PublishedBook> books);
}
