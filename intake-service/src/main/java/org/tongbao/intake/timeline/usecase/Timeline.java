package org.tongbao.intake.timeline.usecase;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.tongbao.intake.timeline.domain.TimelineEntry;

/** The timelines of the incidents. */
public interface Timeline {
    Uni<Void> add(List<TimelineEntry> entries);

    /** In the order in which it happened. */
    Uni<List<TimelineEntry>> of(UUID incidentId);
}
