package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.journal.Journal;

/** The journal as the directory writes it: about an agency, and never about an incident. */
@ApplicationScoped
public class DirectoryJournal {
    private final Journal journal;

    DirectoryJournal(Journal journal) {
        this.journal = journal;
    }

    public static Journal.Entry entry(String action, AgencyCode agency, Map<String, ?> detail) {
        return new Journal.Entry(action, agency.value(), null, null, detail);
    }

    public Uni<Void> record(Caller caller, String action, AgencyCode agency, Map<String, ?> detail) {
        return journal.record(caller, entry(action, agency, detail));
    }

    /** @param caller null when the time of a change has come, and nobody acts */
    public Uni<Void> record(@Nullable Caller caller, List<Journal.Entry> entries) {
        return caller == null
                ? Sequentially.of(entries, journal::record).replaceWithVoid()
                : journal.recordAll(caller, entries);
    }
}
