package org.tongbao.intake.timeline.domain;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;

/**
 * One entry of the timeline.
 *
 * @param agency whose incident it is
 * @param at when it happened
 * @param who a person's name, or a service's
 * @param channel by which it came or went, such as {@code portal, phone, mail}
 * @param clause under which clause
 * @param why as stated by the actor
 * @param values values for the placeholders of the sentence
 */
public record TimelineEntry(
        UUID id,
        UUID incidentId,
        String agency,
        Instant at,
        TimelineEntryKind kind,
        String who,
        @Nullable String whoAgency,
        @Nullable String channel,
        @Nullable String clause,
        @Nullable String why,
        Map<String, String> values) {
    public TimelineEntry {
        values = Map.copyOf(values);
    }

    public Text sentence() {
        return kind.sentence(values);
    }
}
