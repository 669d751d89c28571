package org.tongbao.escalation.delivery.mail;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tongbao.contracts.procedure.Channel;
import org.tongbao.escalation.delivery.smtp.MailTransport;
import org.tongbao.escalation.delivery.usecase.NoticeSender;
import org.tongbao.escalation.delivery.usecase.OutgoingNotice;
import org.tongbao.escalation.delivery.usecase.SendResult;
import org.tongbao.escalation.delivery.usecase.SendResult.Refused;
import org.tongbao.escalation.directory.usecase.DirectorySender;
import org.tongbao.escalation.directory.usecase.OutgoingDirectoryMessage;
import org.tongbao.platform.time.Clock;

/** Sends one notice, or one message of the directory, to one person by mail. TLP:RED is never mailed, whoever asks. */
@ApplicationScoped
public class MailSender implements NoticeSender, DirectorySender {
    private final NoticeMailWriter noticeWriter;
    private final DirectoryMailWriter directoryWriter;
    private final MailTransport transport;
    private final Clock clock;

    MailSender(
            NoticeMailWriter noticeWriter, DirectoryMailWriter directoryWriter, MailTransport transport, Clock clock) {
        this.noticeWriter = noticeWriter;
        this.directoryWriter = directoryWriter;
        this.transport = transport;
        this.clock = clock;
    }

    @Override
    public String channel() {
        return Channel.MAIL.key();
    }

    @Override
    public Uni<SendResult> send(OutgoingNotice message) {
        var tlp = Tlp.of(message.tlp());
        if (tlp.isEmpty() || tlp.get() == Tlp.RED) {
            return refused(tlp.isEmpty() ? "tlp-unknown" : "tlp-red");
        }
        return transport.send(
                message.to().address(),
                message.secondRelay(),
                message.deliveryId(),
                to -> noticeWriter.write(message, to, tlp.get(), clock.now()));
    }

    @Override
    public Uni<SendResult> send(OutgoingDirectoryMessage message) {
        return transport.send(
                message.address(),
                message.secondRelay(),
                message.id(),
                to -> directoryWriter.write(message, to, clock.now()));
    }

    private static Uni<SendResult> refused(String reason) {
        return Uni.createFrom().item(new Refused(reason));
    }
}
