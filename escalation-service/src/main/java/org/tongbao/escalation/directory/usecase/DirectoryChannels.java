package org.tongbao.escalation.directory.usecase;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongbao.escalation.delivery.usecase.SendResult;
import org.tongbao.escalation.directory.domain.Addressee;
import org.tongbao.escalation.directory.domain.DirectoryNotification;
import org.tongbao.platform.access.Transactions;

/** The channels of an addressee, one after the other, until one has accepted the message. */
@ApplicationScoped
public class DirectoryChannels {
    private static final String NONE = "no-channel";
    private static final String NOT_SENDABLE = "no-such-channel";

    private final Map<String, DirectorySender> senders;
    private final DirectoryMessages messages;
    private final DirectoryWakeUp wake;

    DirectoryChannels(@All List<DirectorySender> senders, DirectoryMessages messages, DirectoryWakeUp wake) {
        this.senders = senders.stream().collect(Collectors.toMap(DirectorySender::channel, Function.identity()));
        this.messages = messages;
        this.wake = wake;
    }

    public Uni<SendResult> send(String channel, OutgoingDirectoryMessage message) {
        DirectorySender sender = senders.get(channel);
        return sender == null ? Uni.createFrom().item(new SendResult.Refused(NOT_SENDABLE)) : sender.send(message);
    }

    public Uni<Void> first(UUID id, Addressee to) {
        return turn(id, to, 0);
    }

    /** A message bound to its channel goes to no other. */
    public Uni<Void> after(UUID id, Addressee to, DirectoryNotification notification, int position) {
        return notification.boundToChannel() ? Uni.createFrom().voidItem() : turn(id, to, position + 1);
    }

    private Uni<Void> turn(UUID id, Addressee to, int from) {
        Addressee.NextChannel next = to.nextChannel(from, senders.keySet());
        if (next.mode() == Addressee.Mode.SENT) {
            Transactions.afterCommit(wake::messages);
        }
        return messages.switchTo(id, next, to.channels().isEmpty() ? NONE : NOT_SENDABLE);
    }
}
