package org.tongbao.intake.affected.usecase;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.intake.affected.domain.AffectedAgency;
import org.tongbao.intake.incident.domain.Incident;

/** The affected agencies, and which of them were reached. */
public interface AffectedAgencies {
    Uni<List<Named>> of(UUID incidentId);

    Uni<Void> add(Incident incident, AffectedAgency affected, Instant namedAt);

    Uni<Void> reached(UUID incidentId, String affected, String how, @Nullable String reply, Instant at);

    /**
     * @param reachedAt null while nobody there answered
     * @param reply 受影響, 未受影響 or 不明, when it replied
     */
    record Named(
            String agency,
            String why,
            Instant namedAt,
            @Nullable Instant reachedAt,
            @Nullable String how,
            @Nullable String reply) {}
}
