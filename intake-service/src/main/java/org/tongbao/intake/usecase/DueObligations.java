package org.tongbao.intake.usecase;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tongbao.intake.domain.IncidentObligation;

/** The obligations of all cases, by when they are to be looked at. */
public interface DueObligations {
    /** What is due by the database's clock, oldest first, held until the transaction ends; what others hold is left out. */
    Uni<List<Due>> claim(int limit);

    Uni<Void> save(Due due);

    /**
     * @param now the database's clock
     */
    record Due(
            UUID incidentId,
            String agency,
            boolean exercise,
            String procedureHash,
            IncidentObligation obligation,
            Instant now) {
        Due with(IncidentObligation other) {
            return new Due(incidentId, agency, exercise, procedureHash, other, now);
        }
    }
}
