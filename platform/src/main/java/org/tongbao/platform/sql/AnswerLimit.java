package org.tongbao.platform.sql;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.Future;
import io.vertx.sqlclient.impl.command.CommandResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection on which an answer of the database is overdue: a server that stands still, or a network that swallows
 * what is sent, tells nobody. Whatever waits for it then fails as for a database that is away. Stands between the client and
 * its encoding, so it counts commands and their answers; used by one event loop.
 */
final class AnswerLimit extends ChannelDuplexHandler {
    private static final Logger LOG = Logger.getLogger(AnswerLimit.class);

    private final Duration limit;
    private int owed;
    private long since;
    private @Nullable Future<?> check;

    AnswerLimit(Duration limit) {
        this.limit = limit;
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) throws Exception {
        if (owed == 0) {
            since = System.nanoTime();
        }
        owed++;
        if (check == null) {
            checkAfter(ctx, limit.toNanos());
        }
        super.write(ctx, message, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
        if (message instanceof CommandResponse) {
            owed--;
            since = System.nanoTime();
        }
        super.channelRead(ctx, message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        if (check != null) {
            check.cancel(false);
        }
        super.channelInactive(ctx);
    }

    // One check runs at a time, and most find nothing owed: a statement costs no timer of its own.
    private void checkAfter(ChannelHandlerContext ctx, long nanos) {
        check = ctx.executor().schedule(() -> check(ctx), nanos, TimeUnit.NANOSECONDS);
    }

    private void check(ChannelHandlerContext ctx) {
        check = null;
        if (owed == 0) {
            return;
        }
        long left = limit.toNanos() - (System.nanoTime() - since);
        if (left > 0) {
            checkAfter(ctx, left);
        } else {
            LOG.warnf("the database owes an answer for %s, its connection is closed", limit);
            // Not by its own close, which says goodbye and waits for the server to hang up.
            ctx.channel().unsafe().close(ctx.channel().unsafe().voidPromise());
        }
    }
}
