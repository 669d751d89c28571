package org.tongbao.escalation.delivery.smtp;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import org.tongbao.escalation.delivery.smtp.Relay.Attempted;
import org.tongbao.escalation.delivery.usecase.SendResult;
import org.tongbao.escalation.delivery.usecase.SendResult.Refused;
import org.tongbao.escalation.delivery.usecase.SendResult.TryLater;
import org.tongbao.escalation.delivery.usecase.SendResult.Unknown;

/**
 * The two relays. When the one that is tried first does not take the content, for a reason of its own, the other gets the
 * mail at once. What a relay refuses for such a reason counts against the recipient only when both refuse.
 */
final class Relays {
    private final Relay first;
    private final Relay second;
    private final MailSettings settings;

    Relays(Relay first, Relay second, MailSettings settings) {
        this.first = first;
        this.second = second;
        this.settings = settings;
    }

    Future<SendResult> send(OutgoingMail mail, boolean beginWithSecond) {
        var order = order(beginWithSecond);
        long started = System.nanoTime();
        return order.get(0)
                .send(mail, settings.contentLimit(), settings.timeLimit())
                .compose(tried -> {
                    var left = settings.timeLimit().minusNanos(System.nanoTime() - started);
                    return mayGoElsewhere(tried, left)
                            ? order.get(1).send(mail, left, left).map(then -> ofBoth(tried, then))
                            : Future.succeededFuture(ofOne(tried));
                });
    }

    /** Only when the relay surely has nothing: a mail that may be there already is not given to a second one here. */
    private static boolean mayGoElsewhere(Attempted tried, Duration left) {
        return tried.relayFailed() && !(tried.result() instanceof Unknown) && !left.isNegative() && !left.isZero();
    }

    private static SendResult ofOne(Attempted tried) {
        return tried.relayFailed() && tried.result() instanceof Refused refused
                ? new TryLater(refused.reason())
                : tried.result();
    }

    private static SendResult ofBoth(Attempted tried, Attempted then) {
        return tried.result() instanceof Refused ? then.result() : ofOne(then);
    }

    private List<Relay> order(boolean beginWithSecond) {
        var preferred = beginWithSecond ? second : first;
        var other = beginWithSecond ? first : second;
        return preferred.isAvoided() && !other.isAvoided() ? List.of(other, preferred) : List.of(preferred, other);
    }

    void close() {
        first.close();
        second.close();
    }
}
