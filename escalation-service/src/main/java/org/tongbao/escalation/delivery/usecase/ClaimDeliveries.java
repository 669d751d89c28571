package org.tongbao.escalation.delivery.usecase;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tongbao.escalation.delivery.usecase.Deliveries.Claims;
import org.tongbao.escalation.notice.usecase.Announcements;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.inbox.EventTooEarly;
import org.tongbao.platform.procedure.ProcedureVersions;

/** Takes messages that are due out of the table, so that this process sends them and no other. */
@ApplicationScoped
public class ClaimDeliveries {
    private final Transactions transactions;
    private final Deliveries deliveries;
    private final ProcedureVersions procedures;
    private final Announcements announcements;
    private final DeliverySettings settings;

    ClaimDeliveries(
            Transactions transactions,
            Deliveries deliveries,
            ProcedureVersions procedures,
            Announcements announcements,
            DeliverySettings settings) {
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.procedures = procedures;
        this.announcements = announcements;
        this.settings = settings;
    }

    public Uni<Claims> claim(int limit) {
        return transactions.asEngine(() -> deliveries
                .claim(limit, settings.lease())
                .call(claims -> announcements.ended(claims.over()))
                .chain(this::named));
    }

    private Uni<Claims> named(Claims claims) {
        return Multi.createFrom()
                .iterable(claims.claimed())
                .onItem()
                .transformToUniAndConcatenate(this::named)
                .collect()
                .asList()
                .map(claimed -> new Claims(claimed, claims.over()));
    }

    /** An obligation is called as its procedure calls it. */
    private Uni<Deliveries.Claimed> named(Deliveries.Claimed claimed) {
        String obligation = claimed.message().facts().obligation();
        if (obligation == null) {
            return Uni.createFrom().item(claimed);
        }
        return procedures
                .byHash(claimed.procedureHash())
                .map(procedure -> procedure
                        .obligation(obligation)
                        .map(known -> claimed.naming(known.name()))
                        .orElse(claimed))
                .onFailure(EventTooEarly.class)
                .recoverWithItem(claimed);
    }
}
