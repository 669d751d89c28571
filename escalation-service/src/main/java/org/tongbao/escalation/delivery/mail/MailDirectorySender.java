package org.tongbao.escalation.delivery.mail;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tongbao.escalation.delivery.smtp.MailTransport;
import org.tongbao.escalation.delivery.usecase.SendResult;
import org.tongbao.escalation.directory.usecase.DirectorySender;
import org.tongbao.escalation.directory.usecase.OutgoingDirectoryMessage;
import org.tongbao.platform.time.Clock;

/** Sends one message of the directory to one person by mail. */
@ApplicationScoped
class MailDirectorySender implements DirectorySender {
    private final DirectoryMailWriter writer;
    private final MailTransport postman;
    private final Clock clock;

    MailDirectorySender(DirectoryMailWriter writer, MailTransport postman, Clock clock) {
        this.writer = writer;
        this.postman = postman;
        this.clock = clock;
    }

    @Override
    public String channel() {
        return "mail";
    }

    @Override
    public Uni<SendResult> send(OutgoingDirectoryMessage message) {
        return postman.send(
                message.address(), message.secondRelay(), message.id(), to -> writer.write(message, to, clock.now()));
    }
}
