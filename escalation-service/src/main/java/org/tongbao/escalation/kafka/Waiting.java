package org.tongbao.escalation.kafka;

import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import org.tongbao.escalation.usecase.NotReadyYet;
import org.tongbao.platform.inbox.EventTooEarly;
import org.tongbao.platform.inbox.ReceivedEvent;

/** An effect that is not ready yet parks its event. */
final class Waiting {
    private Waiting() {}

    static <T> Function<ReceivedEvent<T>, Uni<Void>> until(Function<ReceivedEvent<T>, Uni<Void>> effect) {
        return event -> Uni.createFrom()
                .deferred(() -> effect.apply(event))
                .onFailure(NotReadyYet.class)
                .transform(failure -> new EventTooEarly(String.valueOf(failure.getMessage())));
    }
}
