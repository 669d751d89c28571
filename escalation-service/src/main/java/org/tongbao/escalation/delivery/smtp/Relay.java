package org.tongbao.escalation.delivery.smtp;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.MailResult;
import io.vertx.ext.mail.SMTPException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.tongbao.escalation.delivery.usecase.SendResult;
import org.tongbao.escalation.delivery.usecase.SendResult.Accepted;
import org.tongbao.escalation.delivery.usecase.SendResult.Refused;
import org.tongbao.escalation.delivery.usecase.SendResult.TryLater;
import org.tongbao.escalation.delivery.usecase.SendResult.Unknown;

/**
 * One mail relay, by the Vert.x mail client. That client has no time limit: against a relay that never greets, or never
 * answers, a send stays open for ever and so does its place in the pool. So each attempt has limits here, idle connections
 * are closed but for one that is kept warm, and after failures in a row the client is replaced by a fresh one.
 */
final class Relay {
    private static final Logger LOG = Logger.getLogger(Relay.class);

    /** The client's own words for a refused MAIL FROM, which says nothing about the recipient. */
    private static final String SENDER_REFUSED = "sender address not accepted";

    private static final Pattern REPLY = Pattern.compile("\\d{3}([ -].*)?");
    private static final int SERVICE_NOT_AVAILABLE = 421;
    private static final int TENDED_IN_A_LIMIT = 5;

    private final String name;
    private final String from;
    private final Vertx vertx;
    private final Vertx tapped;
    private final MailConfig config;
    private final MailSettings settings;
    private final SmtpInterceptor wire = new SmtpInterceptor();

    private final SendingLoops loops;
    private final AtomicInteger underWay = new AtomicInteger();
    private final long tending;

    private CountedClient client;
    private int failuresInARow;
    private long avoidedUntil = System.nanoTime();

    /**
     * @param from the sender, with or without a display name
     */
    Relay(String name, String from, Vertx vertx, MailConfig config, MailSettings settings) {
        this.name = name;
        this.from = from;
        this.vertx = vertx;
        this.tapped = wire.over(vertx);
        this.config = new MailConfig(config);
        this.config.setConnectTimeout((int) settings.connectLimit().toMillis());
        // When a connection has been idle for too long is decided here, because one of them is kept.
        this.config.setKeepAliveTimeout(0);
        this.settings = settings;
        this.client = fresh();
        this.loops = new SendingLoops(vertx);
        long often =
                Math.min(settings.idleLimit().toMillis(), settings.keepWarm().toMillis()) / TENDED_IN_A_LIMIT;
        this.tending =
                vertx.setPeriodic(Math.max(1, often), timer -> wire.tend(settings.idleLimit(), settings.keepWarm()));
    }

    private CountedClient fresh() {
        return new CountedClient(MailClient.create(tapped, new MailConfig(config)));
    }

    /**
     * @param relayFailed the relay had nothing to say about the recipient; another one may take the mail at once
     */
    record Attempted(SendResult result, boolean relayFailed) {
        static Attempted of(SendResult result) {
            return new Attempted(result, false);
        }

        static Attempted relayFailed(String reason) {
            return new Attempted(new TryLater(reason), true);
        }
    }

    MailSettings settings() {
        return settings;
    }

    /**
     * One attempt, which ends within the limit.
     *
     * @param contentLimit until when the whole content must be out
     * @param limit until when there must be an answer
     */
    Future<Attempted> send(OutgoingMail mail, Duration contentLimit, Duration limit) {
        var attempt = wire.begin();
        Promise<Attempted> end = Promise.promise();
        long contentTimer = vertx.setTimer(millis(contentLimit), timer -> {
            if (!attempt.isDotSent()) {
                end.tryComplete(timeIsUp(attempt));
            }
        });
        long timer = vertx.setTimer(millis(limit), self -> end.tryComplete(timeIsUp(attempt)));
        var used = borrow();
        var message = message(mail, attempt);
        loops.forOneMore(underWay.getAndIncrement())
                .runOnContext(loop -> used.send(message).onComplete(sent -> end.tryComplete(judge(sent, attempt))));
        end.future().onComplete(done -> {
            underWay.decrementAndGet();
            vertx.cancelTimer(contentTimer);
            vertx.cancelTimer(timer);
            wire.end(attempt);
            used.end();
            if (done.succeeded()) {
                count(done.result());
            }
        });
        return backOn(vertx.getOrCreateContext(), end.future());
    }

    private static <T> Future<T> backOn(Context caller, Future<T> result) {
        Promise<T> there = Promise.promise();
        result.onComplete(done -> caller.runOnContext(v -> there.handle(done)));
        return there.future();
    }

    private static long millis(Duration duration) {
        return Math.max(1, duration.toMillis());
    }

    private MailMessage message(OutgoingMail mail, SmtpAttempt attempt) {
        var message = new WatchedMessage(attempt);
        var headers = mail.headers(from);
        headers.add(SmtpInterceptor.HEADER, attempt.id);
        message.setFrom(MailAddress.withoutName(from));
        message.setTo(mail.to().value());
        message.setText(mail.text());
        message.setHtml(mail.html());
        message.setHeaders(headers);
        return message;
    }

    private Attempted timeIsUp(SmtpAttempt attempt) {
        return attempt.giveUp()
                ? new Attempted(new Unknown("no-answer-after-content"), true)
                : Attempted.relayFailed("relay-silent");
    }

    private Attempted judge(AsyncResult<MailResult> sent, SmtpAttempt attempt) {
        var answer = attempt.answer();
        if (sent.succeeded()) {
            return Attempted.of(new Accepted(name, answer == null ? "250" : answer));
        }
        if (sent.cause() instanceof SMTPException refusal) {
            return judge(refusal, attempt);
        }
        LOG.warnf("connection to relay broke relay=%s cause=%s", name, sent.cause());
        if (attempt.isDotSent()) {
            return new Attempted(new Unknown("closed-after-content"), true);
        }
        return Attempted.relayFailed(attempt.isReady() ? "closed-before-content" : "relay-unreachable");
    }

    private static Attempted judge(SMTPException refusal, SmtpAttempt attempt) {
        int code = refusal.getReplyCode();
        var answer = attempt.answer();
        if (!attempt.isReady()) {
            boolean closed = refusal.getReplyMessage().endsWith(SmtpLine.NO_GREETING);
            return Attempted.relayFailed(closed ? "relay-unreachable" : "relay-" + code);
        }
        if (String.valueOf(refusal.getMessage()).startsWith(SENDER_REFUSED)) {
            return Attempted.relayFailed("sender-" + code);
        }
        if (answer != null && !REPLY.matcher(answer).matches()) {
            return new Attempted(new Unknown("garbled-answer"), true);
        }
        if (code == SERVICE_NOT_AVAILABLE) {
            return Attempted.relayFailed("smtp-" + code);
        }
        if (!refusal.isPermanent()) {
            return Attempted.of(new TryLater("smtp-" + code));
        }
        var reply = new PermanentReply(code, String.join("\n", refusal.getReplyMessages()));
        return new Attempted(new Refused("smtp-" + code), !reply.concernsRecipient());
    }

    private synchronized CountedClient borrow() {
        client.begin();
        return client;
    }

    /** Whether it failed so often lately that another relay should go first. */
    synchronized boolean isAvoided() {
        return avoidedUntil - System.nanoTime() > 0;
    }

    private synchronized void count(Attempted attempted) {
        if (!attempted.relayFailed()) {
            failuresInARow = 0;
            avoidedUntil = System.nanoTime();
            return;
        }
        LOG.warnf("relay failed relay=%s reason=%s", name, attempted.result());
        failuresInARow++;
        if (failuresInARow >= settings.failuresBeforeAvoiding()) {
            failuresInARow = 0;
            avoidedUntil = System.nanoTime() + settings.avoidFor().toNanos();
            var old = client;
            client = fresh();
            old.retire();
        }
    }

    synchronized void close() {
        vertx.cancelTimer(tending);
        client.close();
    }

    /** The client asks for the text once it has a connection on which the relay has greeted and let it in. */
    private static final class WatchedMessage extends MailMessage {
        private final SmtpAttempt attempt;

        WatchedMessage(SmtpAttempt attempt) {
            this.attempt = attempt;
        }

        @Override
        public String getText() {
            if (!attempt.becomesReady()) {
                throw new IllegalStateException("given up");
            }
            return super.getText();
        }
    }
}
