package org.tongbao.escalation.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tongbao.platform.access.Transactions;

/** Takes messages that are due out of the table, so that this process sends them and no other. */
@ApplicationScoped
public class ClaimDeliveries {
    private final Transactions transactions;
    private final Deliveries deliveries;
    private final DeliverySettings settings;

    ClaimDeliveries(Transactions transactions, Deliveries deliveries, DeliverySettings settings) {
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.settings = settings;
    }

    public Uni<List<Deliveries.Claimed>> claim(int limit) {
        return transactions.asEngine(() -> deliveries.claim(limit, settings.lease()));
    }
}
