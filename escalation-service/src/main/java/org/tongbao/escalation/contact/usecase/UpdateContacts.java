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
    public record Position(int partition, long nextOffset) {}

    public Uni<Void> keep(String agency, long version, String entry, Position position) {
        return transactions.asEngine(
                () -> contacts.keep(agency, version, entry).chain(() -> contacts.saveOffset(position)));
    }

    /** Passes over an entry that nobody can read: it must not seem to be still to come. */
    public Uni<Void> skip(Position position) {
        return transactions.asEngine(() -> contacts.saveOffset(position));
    }

    public Uni<Void> forget(String agency, Position position) {
        return transactions.asEngine(() -> contacts.forget(agency).chain(() -> contacts.saveOffset(position)));
    }

    /** How far the contacts were read: the next offset by partition. */
    public Uni<Map<Integer, Long>> offsets() {
        return transactions.asEngine(contacts::offsets);
    }

    /** They were read to the end their topic had at start. */
    public void markCurrent() {
        contacts.markCurrent();
    }
}
