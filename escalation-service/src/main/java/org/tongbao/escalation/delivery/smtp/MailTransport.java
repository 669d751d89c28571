package org.tongbao.escalation.delivery.smtp;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.tongbao.escalation.delivery.usecase.SendResult;
import org.tongbao.escalation.delivery.usecase.SendResult.Refused;

/** Hands a mail to the relays. An address that is not a bare addr-spec is refused before anything is opened. */
@ApplicationScoped
public class MailTransport {
    private static final Logger LOG = Logger.getLogger(MailTransport.class);

    private final Relays relays;

    MailTransport(Relays relays) {
        this.relays = relays;
    }

    /**
     * @param deliveryId for the log
     * @param mail writes it
     */
    public Uni<SendResult> send(
            String address, boolean secondRelay, UUID deliveryId, Function<MailAddress, OutgoingMail> mail) {
        var to = MailAddress.of(address);
        if (to.isEmpty()) {
            return refused("address-invalid");
        }
        try {
            return UniHelper.toUni(relays.send(mail.apply(to.get()), secondRelay));
        } catch (RuntimeException e) {
            // Nothing has left, so this must not count as a copy that may have arrived.
            LOG.errorf(e, "mail could not be written deliveryId=%s", deliveryId);
            return refused("not-writable");
        }
    }

    private static Uni<SendResult> refused(String reason) {
        return Uni.createFrom().item(new Refused(reason));
    }
}
