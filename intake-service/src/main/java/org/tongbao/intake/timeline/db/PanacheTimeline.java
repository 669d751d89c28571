package org.tongbao.intake.timeline.db;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tongbao.intake.timeline.domain.TimelineEntry;
import org.tongbao.intake.timeline.usecase.Timeline;

@ApplicationScoped
class PanacheTimeline implements Timeline, PanacheRepositoryBase<TimelineEntryRow, UUID> {
    @Override
    public Uni<Void> add(List<TimelineEntry> entries) {
        return entries.isEmpty()
                ? Uni.createFrom().voidItem()
                : persist(entries.stream().map(TimelineEntryRow::of));
    }

    @Override
    public Uni<List<TimelineEntry>> of(UUID incidentId) {
        return list("incidentId = ?1 order by at, id", incidentId)
                .map(rows -> rows.stream().map(TimelineEntryRow::entry).toList());
    }
}
