package org.tongbao.intake.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.tongbao.platform.inbox.AgencyFeed;

@ApplicationScoped
class AgencyListener {
    private final AgencyFeed feed;

    AgencyListener(AgencyFeed feed) {
        this.feed = feed;
    }

    @Incoming("agencies")
    Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        return feed.receive(message);
    }
}
