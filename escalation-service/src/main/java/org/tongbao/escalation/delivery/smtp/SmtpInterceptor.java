package org.tongbao.escalation.delivery.smtp;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Sits between the mail client and its sockets, records in an {@link SmtpAttempt} how far it has come, and keeps an attempt that was
 * given up from sending its content later. It knows an attempt by a header that the client sends with the content and
 * that is cut out here. The client is otherwise left as it is.
 */
final class SmtpInterceptor {
    /** Never leaves this process. */
    static final String HEADER = "X-Attempt";

    private static final String HEADER_START = HEADER + ": ";
    private static final String DATA = "DATA\r\n";
    private static final String DOT = ".\r\n";
    private static final int LONGEST_ANSWER = 200;

    /**
     * What the client gets when a connection ends before the relay has greeted. Left alone it drops that end, and the
     * send would stay open until its time limit.
     */
    static final String NO_GREETING = "closed before the greeting";

    private final Map<String, SmtpAttempt> inFlight = new ConcurrentHashMap<>();

    SmtpAttempt begin() {
        var attempt = new SmtpAttempt();
        inFlight.put(attempt.id, attempt);
        return attempt;
    }

    void end(SmtpAttempt attempt) {
        inFlight.remove(attempt.id);
    }

    /** The same Vert.x, but the connections that are opened through it are tapped. */
    Vertx over(Vertx vertx) {
        return wrap(Vertx.class, (method, args) -> {
            var result = call(method, vertx, args);
            return result instanceof NetClient client ? overClient(client) : result;
        });
    }

    private NetClient overClient(NetClient client) {
        return wrap(
                NetClient.class,
                (method, args) -> method.getName().equals("connect") && method.getReturnType() == Future.class
                        ? connect(client, (int) args[0], (String) args[1])
                        : call(method, client, args));
    }

    /**
     * The handler is there before the connection is. To a future that is listened to afterwards a caller that loses the
     * processor for a moment comes too late: the relay may have closed by then, a socket does not repeat that, and the
     * attempt would never hear of it.
     */
    private Future<NetSocket> connect(NetClient client, int port, String host) {
        Promise<NetSocket> connecting = Promise.promise();
        client.connect(port, host, socket -> connecting.handle(socket.map(this::overSocket)));
        return connecting.future();
    }

    private NetSocket overSocket(NetSocket socket) {
        var line = new Line(socket);
        return wrap(NetSocket.class, (method, args) -> switch (method.getName()) {
            case "write" ->
                args.length > 0 && args[0] instanceof String text
                        ? line.write(method, args, text)
                        : call(method, socket, args);
            case "handler" -> line.listen(method, args);
            case "closeHandler" -> line.atEnd(args);
            // A closed socket counts as full, and the client would wait for ever for it to drain.
            case "writeQueueFull" -> !line.hasEnded() && Boolean.TRUE.equals(call(method, socket, args));
            default -> call(method, socket, args);
        });
    }

    /**
     * One connection: what goes out, what comes back. The pool opens a connection on the loop of whoever gives a place
     * back, and hands it to a caller on another one: the end may come on one loop while the client begins to listen on
     * the other.
     */
    private final class Line {
        private final NetSocket socket;
        private @Nullable SmtpAttempt attempt;
        private volatile boolean silentSoFar = true;
        private boolean ended;
        private boolean endTold;
        private @Nullable Handler<Buffer> listener;
        private @Nullable Handler<Void> endListener;
        private boolean headersNext;
        private boolean afterDot;
        private final StringBuilder answer = new StringBuilder();

        Line(NetSocket socket) {
            this.socket = socket;
            socket.closeHandler(end -> end());
        }

        @Nullable
        Object write(Method method, @Nullable Object[] args, String text) throws Throwable {
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
                read(buffer);
                ((Handler<Buffer>) handler).handle(buffer);
            };
            var result = call(method, socket, new Object[] {tapped});
            synchronized (this) {
                listener = tapped;
            }
            tellEnd();
            return result;
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
            tellEnd();
        }

        private void tellEnd() {
            Handler<Buffer> reader;
            Handler<Void> atEnd;
            synchronized (this) {
                if (!ended || endTold || listener == null || endListener == null) {
                    return;
                }
                endTold = true;
                reader = listener;
                atEnd = endListener;
            }
            if (silentSoFar) {
                reader.handle(Buffer.buffer("421 " + NO_GREETING + "\r\n"));
            }
            atEnd.handle(null);
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
            }
        }

        private static String printable(String line) {
            var clean = line.strip().replaceAll("[^ -~]", "?");
            return clean.substring(0, Math.min(clean.length(), LONGEST_ANSWER));
        }
    }

    private interface Answering {
        @Nullable
        Object answer(Method method, @Nullable Object[] args) throws Throwable;
    }

    private static <T> T wrap(Class<T> type, Answering answering) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, args) -> answering.answer(method, args == null ? new Object[0] : args)));
    }

    private static @Nullable Object call(Method method, Object target, @Nullable Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
