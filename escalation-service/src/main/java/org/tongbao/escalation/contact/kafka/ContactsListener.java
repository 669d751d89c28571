package org.tongbao.escalation.contact.kafka;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.tongbao.contracts.event.ContactsEntry;
import org.tongbao.contracts.event.EventJson;
import org.tongbao.contracts.event.EventTypes;
import org.tongbao.contracts.event.Topics;
import org.tongbao.escalation.contact.usecase.UpdateContacts;
import org.tongbao.platform.access.TransientFailures;
import org.tongbao.platform.inbox.TopicCatchUp;
import org.tongbao.platform.inbox.TopicEnds;

/** Keeps this service's copy of the contacts; of two versions the newer one. */
@ApplicationScoped
class ContactsListener {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final UpdateContacts updateContacts;
    private final TopicCatchUp catchUp;

    /** Before the contacts were read nobody would seem to be on duty, and ladders would run away. */
    ContactsListener(UpdateContacts updateContacts, Vertx vertx, TopicEnds ends) {
        this.updateContacts = updateContacts;
        this.catchUp =
                new TopicCatchUp(vertx, ends, Topics.CONTACTS, updateContacts::offsets, updateContacts::markCurrent);
    }

    void start(@Observes StartupEvent event) {
        catchUp.start();
    }

    void stop(@Observes ShutdownEvent event) {
        catchUp.stop();
    }

    @Incoming("contacts")
    Uni<Void> on(ConsumerRecord<String, byte[]> message) {
        return Uni.createFrom()
                .deferred(() -> keep(message))
                .onFailure(TransientFailures::isTransient)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely();
    }

    private Uni<Void> keep(ConsumerRecord<String, byte[]> message) {
        var position = new UpdateContacts.Position(message.partition(), message.offset() + 1);
        if (message.value() == null) {
            return updateContacts.forget(message.key(), position);
        }
        try {
            ContactsEntry entry = EventJson.read(message.value(), EventTypes.CONTACTS_ENTRY);
            return updateContacts.keep(entry.agency(), entry.version(), EventJson.write(entry), position);
        } catch (IOException e) {
            return updateContacts
                    .skip(position)
                    .onItem()
                    .failWith(() -> new IllegalArgumentException("unreadable-payload"));
        }
    }
}
