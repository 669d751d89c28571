package org.tongbao.escalation.mail;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tongbao.escalation.usecase.NoticeSender;
import org.tongbao.escalation.usecase.OutgoingNotice;
import org.tongbao.escalation.usecase.SendResult;
import org.tongbao.escalation.usecase.SendResult.Refused;
import org.tongbao.platform.time.Clock;

/** Sends one notice to one person by mail. TLP:RED is never mailed, whoever asks. */
@ApplicationScoped
public class MailNoticeSender implements NoticeSender {
    private final LetterWriter writer;
    private final Postman postman;
    private final Clock clock;

    MailNoticeSender(LetterWriter writer, Postman postman, Clock clock) {
        this.writer = writer;
        this.postman = postman;
        this.clock = clock;
    }

    @Override
    public String channel() {
        return "mail";
    }

    @Override
    public Uni<SendResult> send(OutgoingNotice message) {
        var tlp = Tlp.of(message.tlp());
        if (tlp.isEmpty() || tlp.get() == Tlp.RED) {
            return refused(tlp.isEmpty() ? "tlp-unknown" : "tlp-red");
        }
        return postman.send(
                message.to().address(),
                message.secondRelay(),
                message.deliveryId(),
                to -> writer.write(message, to, tlp.get(), clock.now()));
    }

    private static Uni<SendResult> refused(String reason) {
        return Uni.createFrom().item(new Refused(reason));
    }
}
