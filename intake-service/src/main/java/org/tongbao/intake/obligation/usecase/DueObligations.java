package org.tongbao.intake.obligation.usecase;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.tongbao.intake.obligation.domain.IncidentObligation;

/** The obligations of all incidents, by the time of their next check. */
public interface DueObligations {
    /** Due by the database's clock, highest level first, locked until the transaction ends; locked rows are skipped. */
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
