package org.tongbao.escalation.mail;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tongbao.escalation.usecase.DirectorySender;
import org.tongbao.escalation.usecase.OutgoingMessage;
import org.tongbao.escalation.usecase.SendResult;
import org.tongbao.platform.time.Clock;

/** Sends one message of the directory to one person by mail. */
@ApplicationScoped
class MailDirectorySender implements DirectorySender {
    private final DirectoryLetterWriter writer;
    private final Postman postman;
    private final Clock clock;

    MailDirectorySender(DirectoryLetterWriter writer, Postman postman, Clock clock) {
        this.writer = writer;
        this.postman = postman;
        this.clock = clock;
    }

    @Override
    public String channel() {
        return "mail";
    }

    @Override
    public Uni<SendResult> send(OutgoingMessage message) {
        return postman.send(
                message.address(), message.secondRelay(), message.id(), to -> writer.write(message, to, clock.now()));
    }
}
