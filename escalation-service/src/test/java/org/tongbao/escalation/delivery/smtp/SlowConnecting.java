package org.tongbao.escalation.delivery.smtp;

import static org.awaitility.Awaitility.await;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.impl.NetSocketInternal;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Real connections whose caller is as late as one that was not given the processor for a while: {@code connect} returns
 * when the relay has closed the connection and the event loop has dealt with that.
 */
final class SlowConnecting {
    private final Vertx vertx;

    SlowConnecting(Vertx vertx) {
        this.vertx = vertx;
    }

    Vertx vertx() {
        return wrap(Vertx.class, (method, args) -> {
            var result = call(method, vertx, args);
            return result instanceof NetClient client ? slow(client) : result;
        });
    }

    private NetClient slow(NetClient client) {
        return wrap(NetClient.class, (method, args) -> {
            if (!method.getName().equals("connect")) {
                return call(method, client, args);
            }
            Promise<NetSocket> opened = Promise.promise();
            var result = call(method, client, tapped(args, opened));
            if (result instanceof Future<?> connecting) {
                connecting.onComplete(socket -> opened.tryComplete((NetSocket) socket.result()));
            }
            awaitTheEnd(opened.future());
            return result;
        });
    }

    @SuppressWarnings("unchecked")
    private static Object[] tapped(Object[] args, Promise<NetSocket> opened) {
        var changed = args.clone();
        int last = args.length - 1;
        if (args[last] instanceof Handler<?> handler) {
            changed[last] = (Handler<AsyncResult<NetSocket>>) socket -> {
                opened.tryComplete(socket.result());
                ((Handler<AsyncResult<NetSocket>>) handler).handle(socket);
            };
        }
        return changed;
    }

    private static void awaitTheEnd(Future<NetSocket> opened) {
        await().until(opened::succeeded);
        var channel =
                ((NetSocketInternal) opened.result()).channelHandlerContext().channel();
        await().until(() -> !channel.isOpen());
        channel.eventLoop().submit(() -> {}).awaitUninterruptibly();
    }

    private interface Answering {
        Object answer(Method method, Object[] args) throws Throwable;
    }

    private static <T> T wrap(Class<T> type, Answering answering) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, args) -> answering.answer(method, args == null ? new Object[0] : args)));
    }

    private static Object call(Method method, Object target, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
