package org.tongbao.escalation.directory.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes in what the directory wants somebody to be told. The engine sends it. */
@ApplicationScoped
public class NotifyAddressee {
    private final DirectoryMessages messages;
    private final DirectoryChannels channels;

    NotifyAddressee(DirectoryMessages messages, DirectoryChannels channels) {
        this.messages = messages;
        this.channels = channels;
    }

    /** Within the transaction that takes in its event; the same message again changes nothing. */
    public Uni<Void> tell(DirectoryMessages.Message message) {
        return messages.add(message)
                .chain(added -> added
                        ? channels.first(message.id(), message.to())
                        : Uni.createFrom().voidItem());
    }
}
