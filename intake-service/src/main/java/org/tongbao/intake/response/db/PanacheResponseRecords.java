package org.tongbao.intake.response.db;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tongbao.intake.response.domain.ResponseKind;
import org.tongbao.intake.response.usecase.ResponseRecords;

@ApplicationScoped
class PanacheResponseRecords implements ResponseRecords, PanacheRepositoryBase<ResponseRecordRow, UUID> {
    @Override
    public Uni<Void> add(ResponseRecord entry) {
        return persist(ResponseRecordRow.of(entry)).replaceWithVoid();
    }

    @Override
    public Uni<List<ResponseRecord>> of(UUID incidentId, ResponseKind kind) {
        return list("incidentId = ?1 and kind = ?2 order by id", incidentId, kind.key())
                .map(rows -> rows.stream().map(ResponseRecordRow::entry).toList());
    }
}
