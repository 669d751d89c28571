package org.tongbao.escalation.delivery.smtp;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Sits between the mail client and its sockets, records in an {@link SmtpAttempt} how far it has come, and keeps an attempt that was
 * given up from sending its content later. It knows an attempt by a header that the client sends with the content and
 * that is cut out here. The client is otherwise left as it is.
 */
final class SmtpInterceptor {
    /** Never leaves this process. */
    static final String HEADER = "X-Attempt";

    private final Map<String, SmtpAttempt> inFlight = new ConcurrentHashMap<>();
    private final List<SmtpLine> lines = new CopyOnWriteArrayList<>();

    SmtpAttempt begin() {
        var attempt = new SmtpAttempt();
        inFlight.put(attempt.id, attempt);
        return attempt;
    }

    void end(SmtpAttempt attempt) {
        inFlight.remove(attempt.id);
    }

    /**
     * Closes what has been without a byte for too long, and asks the connection that was used last whether the relay is
     * still there, so that the next letter finds one that is open.
     *
     * @param idleLimit how long a connection may be silent, whether it waits for an answer or has nothing to do
     * @param keepWarm after how much silence the one is asked
     */
    void tend(Duration idleLimit, Duration keepWarm) {
        var warm = lines.stream()
                .filter(SmtpLine::isAtRest)
                .min(Comparator.comparing(SmtpLine::restingSince).reversed());
        warm.ifPresent(line -> line.askAfter(keepWarm));
        for (var line : lines) {
            if (line.silentFor().compareTo(idleLimit) > 0 && (line != warm.orElse(null) || line.waitsForAnswer())) {
                line.close();
            }
        }
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
        var line = new SmtpLine(socket, inFlight, lines::remove);
        lines.add(line);
        line.watchTheEnd();
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

    static @Nullable Object call(Method method, Object target, @Nullable Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
