package org.tongbao.escalation.directory.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Queues a message of the directory for its addressee. The engine sends it. */
@ApplicationScoped
public class NotifyAddressee {
    private final DirectoryMessages messages;
    private final DirectoryChannels channels;

    NotifyAddressee(DirectoryMessages messages, DirectoryChannels channels) {
        this.messages = messages;
        this.channels = channels;
    }

    /** Within the transaction that takes in its event; the same message again changes nothing. */
    public Uni<Void> queue(DirectoryMessages.Message message) {
        return messages.add(message)
                .chain(added -> added
                        ? channels.first(message.id(), message.to())
                        : Uni.createFrom().voidItem());
    }
}
