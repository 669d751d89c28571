package org.tongbao.escalation.delivery.mail;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tongbao.escalation.delivery.smtp.MailTransport;
import org.tongbao.escalation.delivery.usecase.NoticeSender;
import org.tongbao.escalation.delivery.usecase.OutgoingNotice;
import org.tongbao.escalation.delivery.usecase.SendResult;
import org.tongbao.escalation.delivery.usecase.SendResult.Refused;
import org.tongbao.platform.time.Clock;

/** Sends one notice to one person by mail. TLP:RED is never mailed, whoever asks. */
@ApplicationScoped
public class MailNoticeSender implements NoticeSender {
    private final NoticeMailWriter writer;
    private final MailTransport postman;
    private final Clock clock;

    MailNoticeSender(NoticeMailWriter writer, MailTransport postman, Clock clock) {
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
