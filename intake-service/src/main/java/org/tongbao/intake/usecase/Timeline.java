package org.tongbao.intake.usecase;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.tongbao.intake.domain.TimelineEntry;

/** The timelines of the incidents. */
public interface Timeline {
    Uni<Void> add(List<TimelineEntry> entries);

    /** In the order in which it happened. */
    Uni<List<TimelineEntry>> of(UUID incidentId);
}
