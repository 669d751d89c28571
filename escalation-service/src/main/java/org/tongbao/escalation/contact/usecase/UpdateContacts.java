package org.tongbao.escalation.contact.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.tongbao.platform.access.Transactions;

/** Keeps the contacts of an agency as the directory published them. */
@ApplicationScoped
public class UpdateContacts {
    private final Transactions transactions;
    private final ContactEntries contacts;

    UpdateContacts(Transactions transactions, ContactEntries contacts) {
        this.transactions = transactions;
        this.contacts = contacts;
    }

    /** Where in the topic the next entry stands. */
    public record Place(int partition, long nextOffset) {}

    public Uni<Void> keep(String agency, long version, String entry, Place place) {
        return transactions.asEngine(() -> contacts.keep(agency, version, entry).chain(() -> contacts.readUpTo(place)));
    }

    /** Passes over an entry that nobody can read: it must not seem to be still to come. */
    public Uni<Void> passOver(Place place) {
        return transactions.asEngine(() -> contacts.readUpTo(place));
    }

    public Uni<Void> forget(String agency, Place place) {
        return transactions.asEngine(() -> contacts.forget(agency).chain(() -> contacts.readUpTo(place)));
    }

    /** How far the contacts were read: the next offset by partition. */
    public Uni<Map<Integer, Long>> read() {
        return transactions.asEngine(contacts::read);
    }

    /** They were read to the end their topic had at start. */
    public void becameCurrent() {
        contacts.becameCurrent();
    }
}
