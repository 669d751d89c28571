package org.tongbao.escalation.notice.domain;

import java.time.Duration;
import java.util.Optional;
import org.tongbao.contracts.procedure.Ladder;
import org.tongbao.contracts.procedure.Level;

/**
 * A position on a ladder. After the last round two more follow: whom the ladder names for when it is exhausted, then the duty
 * desk above all notified so far.
 *
 * @param loop from 1
 * @param step from 1
 */
public record LadderPosition(int loop, int step) {
    public static final LadderPosition FIRST = new LadderPosition(1, 1);

    /** Counts from 1 through all rounds. */
    public int number(Ladder ladder) {
        return (loop - 1) * ladder.steps().size() + step;
    }

    Optional<LadderPosition> next(Ladder ladder) {
        int last = ladder.steps().size();
        if (step == last && loop <= ladder.repeats()) {
            return Optional.of(new LadderPosition(loop + 1, 1));
        }
        return step <= last + 1 ? Optional.of(new LadderPosition(loop, step + 1)) : Optional.empty();
    }

    Ladder.Target target(Ladder ladder) {
        int last = ladder.steps().size();
        if (step <= last) {
            return ladder.steps().get(step - 1).to();
        }
        return step == last + 1 ? ladder.exhausted() : Ladder.Target.PARENT_DUTY_DESK;
    }

    /** Empty after the last round. */
    Optional<Ladder.Step> step(Ladder ladder) {
        return step <= ladder.steps().size() ? Optional.of(ladder.steps().get(step - 1)) : Optional.empty();
    }

    /** How long to wait here; after the last round, as long as on its last step. */
    Duration wait(Ladder ladder, Level level) {
        int last = ladder.steps().size();
        return ladder.steps().get(Math.min(step, last) - 1).waitAt(level);
    }

    LadderPosition previous() {
        return new LadderPosition(loop, step - 1);
    }
}
