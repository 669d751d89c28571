package org.tongbao.escalation.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.tongbao.contracts.procedure.Occasion;
import org.tongbao.platform.inbox.EventTooEarly;

/** Damage is under control, or repaired: told once, at the first of both. */
@ApplicationScoped
public class ControlDamage {
    private final Incidents incidents;
    private final SettleNotices settleNotices;
    private final TellOf tellOf;

    ControlDamage(Incidents incidents, SettleNotices settleNotices, TellOf tellOf) {
        this.incidents = incidents;
        this.settleNotices = settleNotices;
        this.tellOf = tellOf;
    }

    /**
     * Within the transaction of the event.
     *
     * @param milestone {@code CONTAINED} or {@code RECOVERED}
     */
    public Uni<Void> control(UUID incidentId, String milestone, UUID cause) {
        var facts = new OutgoingNotice.Facts(null, null, null, null, null, milestone);
        return incidents
                .find(incidentId)
                .map(it -> it.orElseThrow(() -> new EventTooEarly("unknown-incident")))
                .chain(() -> settleNotices.settle(incidentId, Set.of()))
                .chain(() -> incidents.damageControlled(incidentId))
                .chain(first -> first
                        ? tellOf.tell(
                                incidentId,
                                Occasion.DAMAGE_CONTROLLED,
                                Circumstances.of(cause).with(facts))
                        : Uni.createFrom().voidItem());
    }
}
