package org.tongbao.intake.usecase;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.tongbao.intake.domain.Happening;

/** The timelines of the cases. */
public interface Story {
    Uni<Void> tell(List<Happening> happenings);

    /** In the order in which it happened. */
    Uni<List<Happening>> of(UUID incidentId);
}
