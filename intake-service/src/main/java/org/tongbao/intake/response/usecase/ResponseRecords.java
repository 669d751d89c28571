package org.tongbao.intake.response.usecase;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tongbao.intake.response.domain.ResponseKind;

/** The response records, as sent. Append-only. */
public interface ResponseRecords {
    Uni<Void> add(ResponseRecord entry);

    /** Oldest first. */
    Uni<List<ResponseRecord>> of(UUID incidentId, ResponseKind kind);

    /**
     * @param agency whose incident it is
     * @param content JSON
     */
    record ResponseRecord(
            UUID id,
            UUID incidentId,
            String agency,
            ResponseKind kind,
            String content,
            String recordedBy,
            String recordedByName,
            Instant recordedAt) {}
}
