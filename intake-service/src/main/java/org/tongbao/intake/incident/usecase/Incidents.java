package org.tongbao.intake.incident.usecase;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.intake.incident.domain.Incident;
import org.tongbao.intake.report.domain.Report;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.inbox.EventTooEarly;

/** The incidents; every call runs in a transaction and sees what its caller may see. */
public interface Incidents {
    /** Fails with {@code UNKNOWN_INCIDENT} when there is none, or none that the caller may know of. */
    Uni<StoredIncident> find(Caller caller, UUID id);

    /** The same, locked until the transaction ends. */
    Uni<StoredIncident> findForUpdate(Caller caller, UUID id);

    /** The same for an event, under the engine's role; fails with {@link EventTooEarly} while the incident is not known. */
    Uni<StoredIncident> findForUpdate(UUID id);

    /** For the engine: incidents of an agency whose procedure was not known when it reported. */
    Uni<List<UUID>> withAssumedProcedure(String agency);

    Uni<Void> save(Incident incident, Instant now);

    /** Saves a supplemented report, and its predecessor as an old version. */
    Uni<Void> saveSupplement(Caller caller, Incident incident, Report report, String content, Instant now);

    Uni<List<ListedIncident>> list(Caller caller, ListQuery query);

    /**
     * @param after sort key of the last item of the page before, null for the first
     * @param updatedSince then the oldest change comes first, else the newest report
     * @param limit items to answer
     */
    record ListQuery(
            @Nullable String after,
            @Nullable Instant updatedSince,
            @Nullable String state,
            @Nullable Integer level,
            @Nullable String number,
            int limit) {}

    /** One item of a list. */
    record ListedIncident(
            UUID id,
            String number,
            String agency,
            String procedure,
            int level,
            String state,
            @Nullable String title,
            boolean exercise,
            Instant receivedAt,
            Instant updatedAt) {}
}
