package org.tongbao.escalation.contact.usecase;

import io.smallrye.mutiny.Uni;
import java.util.Map;
import org.tongbao.escalation.contact.usecase.UpdateContacts.Position;

/** The contacts as published, and how far they were read. Within a transaction of the engine. */
public interface ContactEntries {
    /** Keeps an entry when it is newer than the one known. */
    Uni<Void> keep(String agency, long version, String entry);

    Uni<Void> forget(String agency);

    Uni<Void> saveOffset(Position position);

    /** The next offset by partition. */
    Uni<Map<Integer, Long>> offsets();

    /** The topic was read to the end it had at start. */
    void markCurrent();
}
