package org.tongbao.escalation.delivery.smtp;

import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * The event loops that share a burst; the engine hands all its letters over on one. While few are under way all stay on the
 * first, because a connection belongs to a loop, and the one that is kept warm is there.
 */
final class SendingLoops {
    private static final int LETTERS_BEFORE_THE_NEXT = 4;

    private final List<Context> loops;

    SendingLoops(Vertx vertx) {
        var owner = ((ContextInternal) vertx.getOrCreateContext()).owner();
        Iterable<EventExecutor> executors = owner.getEventLoopGroup();
        long count = StreamSupport.stream(executors.spliterator(), false).count();
        loops = IntStream.range(0, (int) count)
                .<Context>mapToObj(loop -> owner.createEventLoopContext())
                .toList();
    }

    Context forOneMore(int underWay) {
        return loops.get(underWay / LETTERS_BEFORE_THE_NEXT % loops.size());
    }
}
