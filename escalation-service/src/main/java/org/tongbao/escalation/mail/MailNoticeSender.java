package org.tongbao.escalation.mail;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.tongbao.escalation.usecase.NoticeSender;
import org.tongbao.escalation.usecase.OutgoingNotice;
import org.tongbao.escalation.usecase.SendResult;
import org.tongbao.escalation.usecase.SendResult.Refused;
import org.tongbao.platform.time.Clock;

/**
 * Sends one notice to one person by mail. TLP:RED is never mailed, whoever asks; an address that is not a bare addr-spec
 * is refused before anything is opened.
 */
@ApplicationScoped
public class MailNoticeSender implements NoticeSender {
    private static final Logger LOG = Logger.getLogger(MailNoticeSender.class);

    private final LetterWriter writer;
    private final Relays relays;
    private final Clock clock;

    MailNoticeSender(LetterWriter writer, Relays relays, Clock clock) {
        this.writer = writer;
        this.relays = relays;
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
        var address = MailAddress.of(message.to().address());
        if (address.isEmpty()) {
            return refused("address-invalid");
        }
        try {
            var letter = writer.write(message, address.get(), tlp.get(), clock.now());
            return UniHelper.toUni(relays.send(letter, message.secondRelay()));
        } catch (RuntimeException e) {
            // Nothing has left, so this must not count as a copy that may have arrived.
            LOG.errorf(e, "mail could not be written deliveryId=%s rule=%s", message.deliveryId(), message.rule());
            return refused("not-writable");
        }
    }

    private static Uni<SendResult> refused(String reason) {
        return Uni.createFrom().item(new Refused(reason));
    }
}
