package org.tongbao.contacts.duty.usecase;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.duty.domain.ActingDuty.ActingAssignment;

/** How long before a hand-off whoever goes on duty is notified. */
@ApplicationScoped
public class HandOffPlan {
    private final Duration before;

    HandOffPlan(@ConfigProperty(name = "tongbao.contacts.tell-before") Duration before) {
        this.before = before;
    }

    /** Shifts that start up to this instant are due for notification. */
    Instant upTo(Instant now) {
        return now.plus(before);
    }

    /** When the next one is due, of those that start after an instant; null when none is known. */
    @Nullable
    Instant next(List<ActingAssignment> duty, Instant after) {
        return duty.stream()
                .filter(HandOffPlan::isSomebodys)
                .map(it -> it.interval().from())
                .filter(it -> it.isAfter(after))
                .min(Comparator.naturalOrder())
                .map(it -> it.minus(before))
                .orElse(null);
    }

    static boolean isSomebodys(ActingAssignment held) {
        return held.planned() && held.acting() != null;
    }
}
