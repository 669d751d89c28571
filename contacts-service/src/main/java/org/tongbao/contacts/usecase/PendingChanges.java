package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.tongbao.contacts.domain.ledger.Line;

/** Changes that are pending, whole. */
@ApplicationScoped
class PendingChanges {
    private final Ledger ledger;

    PendingChanges(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Its lines about agencies and about people, locked in the order in which they take effect. */
    Uni<List<Line>> pending(UUID change) {
        List<Line> all = new ArrayList<>();
        return ledger.pendingAgenciesOf(change)
                .invoke(all::addAll)
                .chain(() -> ledger.pendingBooksOf(change))
                .chain(books ->
                        EachInTurn.of(books, it -> ledger.pendingOf(change, it).invoke(all::addAll)))
                .replaceWith(all);
    }
}
