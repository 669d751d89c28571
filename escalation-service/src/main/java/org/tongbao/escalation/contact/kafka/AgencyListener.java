package org.tongbao.escalation.contact.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.tongbao.platform.inbox.AgencyTreeUpdater;

/** Keeps this service's copy of the agency tree. */
@ApplicationScoped
class AgencyListener {
    private final AgencyTreeUpdater updater;

    AgencyListener(AgencyTreeUpdater updater) {
        this.updater = updater;
    }

    @Incoming("agencies")
    Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        return updater.receive(message);
    }
}
