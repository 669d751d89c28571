package org.tongbao.escalation.delivery.smtp;

import static org.tongbao.escalation.delivery.smtp.SmtpInterceptor.call;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection: what goes out, what comes back. The pool opens a connection on the loop of whoever gives a place back, and
 * hands it to a caller on another one: the end may come on one loop while the client begins to listen on the other.
 */
final class SmtpLine {
    /**
     * What the client gets when a connection ends before the relay has greeted. Left alone it drops that end, and the
     * send would stay open until its time limit.
     */
    static final String NO_GREETING = "closed before the greeting";

    private static final String HEADER_START = SmtpInterceptor.HEADER + ": ";
    private static final String DATA = "DATA\r\n";
    private static final String DOT = ".\r\n";
    private static final int LONGEST_ANSWER = 200;

    private final NetSocket socket;
    private final Map<String, SmtpAttempt> inFlight;
    private final Consumer<SmtpLine> atItsEnd;
    private final WarmingQuestions questions = new WarmingQuestions();
    private @Nullable SmtpAttempt attempt;
    private volatile boolean silentSoFar = true;
    private boolean ended;
    private boolean endTold;
    private @Nullable Handler<Buffer> listener;
    private @Nullable Handler<Void> endListener;
    private boolean headersNext;
    private boolean afterDot;
    private final StringBuilder answer = new StringBuilder();
    private volatile boolean atRest;
    private volatile long restingSince;
    private volatile long lastByte = System.nanoTime();

    /**
     * @param inFlight attempts by their id
     * @param atItsEnd told when the connection has ended
     */
    SmtpLine(NetSocket socket, Map<String, SmtpAttempt> inFlight, Consumer<SmtpLine> atItsEnd) {
        this.socket = socket;
        this.inFlight = inFlight;
        this.atItsEnd = atItsEnd;
    }

    void watchTheEnd() {
        socket.closeHandler(closed -> end());
    }

    @Nullable
    Object write(Method method, @Nullable Object[] args, String text) throws Throwable {
        atRest = false;
        lastByte = System.nanoTime();
        @Nullable String allowed = passing(text);
        if (allowed == null) {
            socket.close();
            return refuse(args);
        }
        var changed = args.clone();
        changed[0] = allowed;
        return call(method, socket, changed);
    }

    private @Nullable String passing(String text) {
        if (text.equals(DOT)) {
            afterDot = true;
            answer.setLength(0);
            return attempt != null && attempt.sendsDot() ? text : null;
        }
        int start = headersNext ? text.indexOf(HEADER_START) : -1;
        headersNext = text.endsWith(DATA);
        if (start < 0) {
            return text;
        }
        int end = text.indexOf("\r\n", start);
        attempt = inFlight.get(text.substring(start + HEADER_START.length(), end));
        return attempt != null && attempt.startsContent(socket)
                ? text.substring(0, start) + text.substring(end + 2)
                : null;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Object refuse(@Nullable Object[] args) {
        Future<Void> refused = Future.failedFuture("given up");
        if (args.length > 1 && args[1] instanceof Handler<?> handler) {
            ((Handler<Future<Void>>) handler).handle(refused);
            return null;
        }
        return refused;
    }

    @SuppressWarnings("unchecked")
    @Nullable
    Object listen(Method method, @Nullable Object[] args) throws Throwable {
        if (!(args[0] instanceof Handler<?> handler)) {
            return call(method, socket, args);
        }
        Handler<Buffer> tapped = buffer -> {
            lastByte = System.nanoTime();
            var forClient = questions.withoutAnswers(buffer);
            if (forClient.length() > 0) {
                read(forClient);
                ((Handler<Buffer>) handler).handle(forClient);
            }
        };
        var result = call(method, socket, new Object[] {tapped});
        synchronized (this) {
            listener = tapped;
        }
        tellEnd();
        return result;
    }

    private void read(Buffer buffer) {
        silentSoFar = false;
        if (!afterDot || attempt == null) {
            return;
        }
        answer.append(buffer.toString());
        int end = answer.indexOf("\n");
        if (end >= 0) {
            afterDot = false;
            attempt.answered(printable(answer.substring(0, end)));
            restingSince = System.nanoTime();
            atRest = true;
        }
    }

    private static String printable(String line) {
        var clean = line.strip().replaceAll("[^ -~]", "?");
        return clean.substring(0, Math.min(clean.length(), LONGEST_ANSWER));
    }

    @SuppressWarnings("unchecked")
    synchronized Object atEnd(@Nullable Object[] args) {
        endListener = (Handler<Void>) args[0];
        return socket;
    }

    synchronized boolean hasEnded() {
        return ended;
    }

    /** May come before the client listens. */
    private void end() {
        synchronized (this) {
            ended = true;
        }
        atRest = false;
        atItsEnd.accept(this);
        tellEnd();
    }

    private void tellEnd() {
        Handler<Buffer> reader;
        Handler<Void> closed;
        synchronized (this) {
            if (!ended || endTold || listener == null || endListener == null) {
                return;
            }
            endTold = true;
            reader = listener;
            closed = endListener;
        }
        if (silentSoFar) {
            reader.handle(Buffer.buffer("421 " + NO_GREETING + "\r\n"));
        }
        closed.handle(null);
    }

    /** Its letter is accepted and no other has begun. */
    boolean isAtRest() {
        return atRest;
    }

    /** Of the client's, or of the sign of life that was asked for. */
    boolean waitsForAnswer() {
        return !atRest || !questions.mayAsk();
    }

    long restingSince() {
        return restingSince;
    }

    Duration silentFor() {
        return Duration.ofNanos(System.nanoTime() - lastByte);
    }

    /** Asks the relay for a sign of life, of which the client hears nothing. */
    void askAfter(Duration silence) {
        if (silentFor().compareTo(silence) > 0 && questions.mayAsk()) {
            lastByte = System.nanoTime();
            socket.write(questions.next());
        }
    }

    void close() {
        socket.close();
    }
}
