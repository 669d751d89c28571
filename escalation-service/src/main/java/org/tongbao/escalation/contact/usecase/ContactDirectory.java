package org.tongbao.escalation.contact.usecase;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Optional;
import org.tongbao.escalation.contact.domain.AgencyRelations;
import org.tongbao.escalation.contact.domain.DirectorySnapshot;

/** This service's copies of the agencies and their contacts. */
public interface ContactDirectory {
    /** False until both were read to the end they had at start: before that, nobody seems to be there. */
    boolean current();

    Uni<Optional<AgencyRelations>> relations(String agency);

    /** The agency at the top of the tree; empty while no agency is known. */
    Uni<Optional<String>> root();

    /** The people of these agencies and of all above them. */
    Uni<DirectorySnapshot> snapshot(Collection<String> agencies);
}
