package org.tongbao.escalation.kafka;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.tongbao.platform.inbox.EventHandlers;
import org.tongbao.platform.inbox.Inbox;

/** What happened in the directory and somebody must be told. No type of it is known yet: each is taken note of. */
@ApplicationScoped
class DirectoryListener {
    private final Inbox inbox;
    private final EventHandlers handlers = new EventHandlers();

    DirectoryListener(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("directory")
    Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        return inbox.receive("escalation.directory", message, handlers);
    }
}
