package org.tongbao.intake.db;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tongbao.intake.domain.Happening;
import org.tongbao.intake.usecase.Story;

@ApplicationScoped
class PanacheStory implements Story, PanacheRepositoryBase<HappeningRow, UUID> {
    @Override
    public Uni<Void> tell(List<Happening> happenings) {
        return happenings.isEmpty()
                ? Uni.createFrom().voidItem()
                : persist(happenings.stream().map(HappeningRow::of));
    }

    @Override
    public Uni<List<Happening>> of(UUID incidentId) {
        return list("incidentId = ?1 order by at, id", incidentId)
                .map(rows -> rows.stream().map(HappeningRow::happening).toList());
    }
}
