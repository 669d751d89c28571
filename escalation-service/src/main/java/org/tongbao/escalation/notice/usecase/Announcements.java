package org.tongbao.escalation.notice.usecase;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongbao.escalation.notice.domain.Acknowledger;

/** Announces to the other services, in the transaction that makes it true. */
public interface Announcements {
    Uni<Void> changed(List<ChangedNotice> changes);

    /**
     * @param outcome such as {@code ACCEPTED}
     */
    Uni<Void> ended(List<EndedDelivery> deliveries);

    record EndedDelivery(
            java.util.UUID incidentId,
            java.util.UUID noticeId,
            java.util.UUID deliveryId,
            boolean exercise,
            String name,
            String role,
            String agency,
            String channel,
            String outcome,
            @Nullable String reason,
            java.time.Instant at,
            Acknowledger.@Nullable EnteredBy enteredBy) {
        /** By the engine itself. */
        public EndedDelivery(
                java.util.UUID incidentId,
                java.util.UUID noticeId,
                java.util.UUID deliveryId,
                boolean exercise,
                String name,
                String role,
                String agency,
                String channel,
                String outcome,
                @Nullable String reason,
                java.time.Instant at) {
            this(incidentId, noticeId, deliveryId, exercise, name, role, agency, channel, outcome, reason, at, null);
        }
    }
}
