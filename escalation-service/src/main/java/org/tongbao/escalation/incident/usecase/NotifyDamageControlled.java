package org.tongbao.escalation.incident.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.tongbao.contracts.procedure.Occasion;
import org.tongbao.escalation.notice.usecase.NoticeFacts;
import org.tongbao.escalation.notice.usecase.ResolveNotices;
import org.tongbao.escalation.notice.usecase.TriggerDetails;
import org.tongbao.platform.inbox.EventTooEarly;

/** Damage is under control, or repaired: told once, at the first of both. */
@ApplicationScoped
public class NotifyDamageControlled {
    private final Incidents incidents;
    private final ResolveNotices settleNotices;
    private final NotifyOccasion tellOf;

    NotifyDamageControlled(Incidents incidents, ResolveNotices settleNotices, NotifyOccasion tellOf) {
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
        var facts = new NoticeFacts(null, null, null, null, null, milestone);
        return incidents
                .find(incidentId)
                .map(it -> it.orElseThrow(() -> new EventTooEarly("unknown-incident")))
                .chain(() -> settleNotices.settle(incidentId, Set.of()))
                .chain(() -> incidents.damageControlled(incidentId))
                .chain(first -> first
                        ? tellOf.tell(
                                incidentId,
                                Occasion.DAMAGE_CONTROLLED,
                                TriggerDetails.of(cause).with(facts))
                        : Uni.createFrom().voidItem());
    }
}
