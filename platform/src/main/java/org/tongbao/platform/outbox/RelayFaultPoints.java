package org.tongbao.platform.outbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tongbao.platform.access.FaultPoint;

/** The two moments at which a relay that dies could lose or double an event; kill tests stop there. */
@ApplicationScoped
class RelayFaultPoints {
    private final FaultPoint points;

    RelayFaultPoints(FaultPoint points) {
        this.points = points;
    }

    Uni<Void> beforeSend(List<OutboxStore.Unsent> events) {
        return events.isEmpty() ? Uni.createFrom().voidItem() : points.reach("relay-before-send");
    }

    Uni<Void> beforeMark(List<OutboxStore.Unsent> events) {
        return events.isEmpty() ? Uni.createFrom().voidItem() : points.reach("relay-before-mark");
    }
}
