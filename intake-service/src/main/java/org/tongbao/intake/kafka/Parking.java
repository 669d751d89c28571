package org.tongbao.intake.kafka;

import io.smallrye.mutiny.Uni;
import org.tongbao.intake.usecase.Found;
import org.tongbao.platform.inbox.EventTooEarly;

/** An event about an incident that is not here waits for it. */
final class Parking {
    private Parking() {}

    static Uni<Void> unlessFound(Uni<Found> noted) {
        return noted.invoke(found -> {
                    if (found == Found.NOT_YET) {
                        throw new EventTooEarly("unknown-incident");
                    }
                })
                .replaceWithVoid();
    }
}
