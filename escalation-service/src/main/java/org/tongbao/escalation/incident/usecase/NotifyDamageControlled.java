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

/** Damage is under control, or repaired: announced once, at the first of both. */
@ApplicationScoped
public class NotifyDamageControlled {
    private final Incidents incidents;
    private final ResolveNotices resolveNotices;
    private final NotifyOccasion notifyOccasion;

    NotifyDamageControlled(Incidents incidents, ResolveNotices resolveNotices, NotifyOccasion notifyOccasion) {
        this.incidents = incidents;
        this.resolveNotices = resolveNotices;
        this.notifyOccasion = notifyOccasion;
    }

    /**
     * Within the transaction of the event.
     *
     * @param milestone {@code CONTAINED} or {@code RECOVERED}
     */
    public Uni<Void> notifyOf(UUID incidentId, String milestone, UUID cause) {
        var facts = new NoticeFacts(null, null, null, null, null, milestone);
        return incidents
                .find(incidentId)
                .map(it -> it.orElseThrow(() -> new EventTooEarly("unknown-incident")))
                .chain(() -> resolveNotices.resolve(incidentId, Set.of()))
                .chain(() -> incidents.damageControlled(incidentId))
                .chain(first -> first
                        ? notifyOccasion.notifyOf(
                                incidentId,
                                Occasion.DAMAGE_CONTROLLED,
                                TriggerDetails.of(cause).with(facts))
                        : Uni.createFrom().voidItem());
    }
}
