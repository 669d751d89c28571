package org.tongbao.escalation.domain;

import java.time.Duration;
import java.util.Optional;
import org.tongbao.contracts.procedure.Ladder;
import org.tongbao.contracts.procedure.Level;

/**
 * A place on a ladder. After the last round two more follow: whom the ladder names for when it is exhausted, then the duty
 * desk above everybody told so far.
 *
 * @param loop from 1
 * @param step from 1
 */
public record Rung(int loop, int step) {
    public static final Rung FIRST = new Rung(1, 1);

    /** Counts from 1 through all rounds. */
    public int number(Ladder ladder) {
        return (loop - 1) * ladder.steps().size() + step;
    }

    Optional<Rung> next(Ladder ladder) {
        int last = ladder.steps().size();
        if (step == last && loop <= ladder.repeats()) {
            return Optional.of(new Rung(loop + 1, 1));
        }
        return step <= last + 1 ? Optional.of(new Rung(loop, step + 1)) : Optional.empty();
    }

    Ladder.Target target(Ladder ladder) {
        int last = ladder.steps().size();
        if (step <= last) {
            return ladder.steps().get(step - 1).to();
        }
        return step == last + 1 ? ladder.exhausted() : Ladder.Target.PARENT_DUTY_DESK;
    }

    /** Empty on the rungs after the last round. */
    Optional<Ladder.Step> step(Ladder ladder) {
        return step <= ladder.steps().size() ? Optional.of(ladder.steps().get(step - 1)) : Optional.empty();
    }

    /** How long to wait here; after the last round, as long as on its last step. */
    Duration waitAt(Ladder ladder, Level level) {
        int last = ladder.steps().size();
        return ladder.steps().get(Math.min(step, last) - 1).waitAt(level);
    }

    Rung before() {
        return new Rung(loop, step - 1);
    }
}
