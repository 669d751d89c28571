package org.tongbao.platform.outage;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What was thrown on an event loop where nobody catches it. */
final class Uncaught extends Handler {
    private final Logger log = Logger.getLogger("io.quarkus.vertx.core.runtime.VertxCoreRecorder");
    private final List<String> messages = new CopyOnWriteArrayList<>();

    Uncaught() {
        log.addHandler(this);
    }

    List<String> messages() {
        return messages;
    }

    @Override
    public void publish(LogRecord entry) {
        messages.add(entry.getMessage() + " " + entry.getThrown());
    }

    @Override
    public void flush() {
        // kept in memory
    }

    @Override
    public void close() {
        log.removeHandler(this);
    }
}
