package org.tongbao.platform.inbox;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.event.EventJson;
import org.tongbao.contracts.event.EventType;

/** The handlers of a listener by type of event. An event without a handler is recorded and skipped. */
public final class EventHandlers {
    private final Map<String, Handler<?>> handlers = new LinkedHashMap<>();

    private record Handler<T extends Record>(EventType<T> type, Function<ReceivedEvent<T>, Uni<Void>> effect) {
        Uni<Void> apply(ReceivedEvent<String> event) {
            T payload;
            try {
                payload = EventJson.read(event.payload().getBytes(StandardCharsets.UTF_8), type);
            } catch (IOException e) {
                throw new DeadLetter("unreadable-payload");
            }
            return effect.apply(event.with(payload));
        }
    }

    /**
     * @param effect runs within the transaction that records the event as consumed; it must not open another
     */
    public <T extends Record> EventHandlers on(EventType<T> type, Function<ReceivedEvent<T>, Uni<Void>> effect) {
        handlers.put(type.name(), new Handler<>(type, effect));
        return this;
    }

    Uni<Void> apply(ReceivedEvent<String> event) {
        @Nullable Handler<?> handler = handlers.get(event.type());
        return handler == null ? Uni.createFrom().voidItem() : handler.apply(event);
    }
}
