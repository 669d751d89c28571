package org.tongbao.escalation.delivery.smtp;

import io.vertx.core.net.NetSocket;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far one attempt has come on the wire. The mail client does not say, but the result depends on it: before the final
 * dot a relay cannot have accepted the mail, after it only the relay's answer says that it has not.
 */
final class SmtpAttempt {
    final String id = UUID.randomUUID().toString();

    private boolean ready;
    private boolean dotSent;
    private boolean givenUp;
    private @Nullable NetSocket socket;
    private @Nullable String answer;

    /** The relay has greeted and let us in. False when it is too late. */
    synchronized boolean becomesReady() {
        ready = true;
        return !givenUp;
    }

    /** The content starts on this connection. False when it must not. */
    synchronized boolean startsContent(NetSocket connection) {
        if (givenUp) {
            return false;
        }
        socket = connection;
        return true;
    }

    /** The final dot goes out next. False when it must not. */
    synchronized boolean sendsDot() {
        if (givenUp) {
            return false;
        }
        dotSent = true;
        return true;
    }

    synchronized void answered(String line) {
        answer = line;
    }

    /** From now on nothing of this attempt leaves. True when the dot is already out. */
    synchronized boolean giveUp() {
        givenUp = true;
        if (socket != null) {
            socket.close();
        }
        return dotSent;
    }

    synchronized boolean isReady() {
        return ready;
    }

    synchronized boolean isDotSent() {
        return dotSent;
    }

    /** First line of the answer to the dot. */
    synchronized @Nullable String answer() {
        return answer;
    }
}
