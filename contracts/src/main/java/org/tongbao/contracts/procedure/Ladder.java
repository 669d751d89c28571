package org.tongbao.contracts.procedure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What happens while nobody acknowledges: who is told next, and after how long.
 *
 * @param key unique in its procedure
 * @param steps in order; the first is the opening
 * @param acknowledgement whose it takes to stop
 * @param repeats how often the steps are gone through again after the first time
 * @param staleAfter how long an acknowledgement may lead to nothing before the ladder goes on; empty for ever
 * @param exhausted who is told at last, when the last wait of the last round has passed
 */
public record Ladder(
        String key,
        Source source,
        List<Step> steps,
        Acknowledgement acknowledgement,
        int repeats,
        Map<Level, Duration> staleAfter,
        Target exhausted) {

    public Ladder {
        steps = List.copyOf(steps);
        staleAfter = Map.copyOf(staleAfter);
    }

    public Optional<Duration> staleAfter(Level level) {
        return Optional.ofNullable(staleAfter.get(level));
    }

    /**
     * @param to who is told in this step
     * @param roles with {@link Target#ROLES}: everybody who holds one of them, on duty first as the recipient says
     * @param waits how long until the next step, by the level on record
     * @param channels empty for those of the notice
     */
    public record Step(
            Target to, List<NoticeRule.Recipient> roles, Map<Level, Duration> waits, List<Channel> channels) {
        public Step {
            roles = List.copyOf(roles);
            waits = Map.copyOf(waits);
            channels = List.copyOf(channels);
        }

        public Duration waitAt(Level level) {
            Duration duration = waits.get(level);
            if (duration == null) {
                throw new IllegalStateException("no wait for level " + level.number());
            }
            return duration;
        }
    }

    /** Who a step tells, always in the agency that the notice is for unless it says otherwise. */
    public enum Target implements Keyed {
        /** The recipients of the notice rule. */
        NOTICE_RECIPIENTS,
        /** The deputies, in order, of the people told in the step before. */
        DEPUTIES_OF_PREVIOUS,
        /** Who holds one of the step's own roles. */
        ROLES,
        /** The duty desk. */
        DUTY_DESK,
        /** The duty desk of the agency above; at the root, its own. */
        PARENT_DUTY_DESK
    }

    /**
     * @param quorum how many, with {@link Mode#QUORUM}, else 0
     */
    public record Acknowledgement(Mode mode, int quorum) {}

    public enum Mode implements Keyed {
        ANY,
        ALL,
        QUORUM
    }
}
