package org.tongbao.escalation.delivery.smtp;

import io.vertx.core.Future;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.MailResult;

/**
 * A mail client that is closed when its last letter has ended. Closed before, it would cut connections that are just being
 * made, refuse letters that wait for a place, and say goodbye on connections whose letter then never hears of their end.
 */
final class CountedClient {
    private final MailClient client;
    private int underWay;
    private boolean retired;
    private boolean closed;

    CountedClient(MailClient client) {
        this.client = client;
    }

    /** To be paired with {@link #end}, whatever comes of the letter. */
    synchronized void begin() {
        underWay++;
    }

    Future<MailResult> send(MailMessage message) {
        try {
            return client.sendMail(message);
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    void end() {
        synchronized (this) {
            underWay--;
        }
        closeWhenDone();
    }

    /** Takes no further letters; those that are under way end as they would have. */
    void retire() {
        synchronized (this) {
            retired = true;
        }
        closeWhenDone();
    }

    void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        client.close();
    }

    private void closeWhenDone() {
        synchronized (this) {
            if (!retired || underWay > 0) {
                return;
            }
        }
        close();
    }
}
