package org.tongbao.contacts.db;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.tongbao.contacts.domain.Revised;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.people.Item;
import org.tongbao.contacts.domain.people.Shift;

/** The shifts of an agency. */
@ApplicationScoped
class ShiftRows implements PanacheRepositoryBase<ShiftRow, UUID> {
    Uni<Void> load(AgencyCode agency, Map<UUID, Revised<Item>> into) {
        return list("agency", agency.value())
                .invoke(rows -> rows.forEach(it -> into.put(it.id, new Revised<>(it.shift(), it.revision))))
                .replaceWithVoid();
    }

    /** The book was loaded under its lock, so what is not new is in the session already. */
    Uni<Boolean> write(AgencyCode agency, UUID id, Shift shift, long revision) {
        return revision == 1
                ? persist(ShiftRow.of(agency, id).with(shift, revision)).replaceWith(true)
                : findById(id).invoke(row -> row.with(shift, revision)).replaceWith(true);
    }
}
