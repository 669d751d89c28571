package org.tongbao.escalation.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.tongbao.platform.inbox.AgencyFeed;

/** Keeps this service's copy of the agency tree. */
@ApplicationScoped
class AgencyListener {
    private final AgencyFeed agencyFeed;

    AgencyListener(AgencyFeed agencyFeed) {
        this.agencyFeed = agencyFeed;
    }

    @Incoming("agencies")
    Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        return agencyFeed.receive(message);
    }
}
