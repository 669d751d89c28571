package org.tongbao.escalation.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.tongbao.escalation.domain.RetrySchedule;
import org.tongbao.escalation.usecase.Deliveries.Outcome;
import org.tongbao.platform.time.Clock;

/** One attempt to send, within its limits, and what becomes of the message after it. */
@ApplicationScoped
class OneAttempt {
    static final String ACCEPTED = "ACCEPTED";
    static final String PERMANENT = "PERMANENT";
    private static final String TRANSIENT = "TRANSIENT";
    private static final String AMBIGUOUS = "AMBIGUOUS";
    private static final RandomGenerator RANDOM = RandomGenerator.getDefault();

    private final DeliverySettings settings;
    private final Clock clock;

    OneAttempt(DeliverySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Has a result within the time limit, whatever the channel does. */
    Uni<SendResult> make(Tries tries, Supplier<Uni<SendResult>> sending) {
        if (tries.copies() >= RetrySchedule.COPIES) {
            return Uni.createFrom().item(new SendResult.Unknown("copy-limit"));
        }
        return Uni.createFrom()
                .deferred(() -> sending.get())
                .ifNoItem()
                .after(settings.timeLimit())
                .recoverWithItem(new SendResult.Unknown("time-limit"))
                .onFailure()
                .recoverWithItem(
                        failure -> new SendResult.Unknown(failure.getClass().getSimpleName()));
    }

    Outcome outcome(Tries tries, SendResult result) {
        if (result instanceof SendResult.Accepted it) {
            return new Outcome(ACCEPTED, it.reply(), it.relay(), null, true);
        } else if (result instanceof SendResult.TryLater it) {
            return givenUp(tries)
                    ? new Outcome(PERMANENT, "given-up", null, null, false)
                    : new Outcome(TRANSIENT, it.reason(), null, pause(tries), false);
        } else if (result instanceof SendResult.Refused it) {
            return new Outcome(PERMANENT, it.reason(), null, null, false);
        } else if (result instanceof SendResult.Unknown it) {
            boolean last = tries.copies() + 1 >= RetrySchedule.COPIES || givenUp(tries);
            return new Outcome(AMBIGUOUS, it.reason(), null, last ? null : pause(tries), true);
        }
        throw new IllegalStateException("no outcome for " + result);
    }

    /** Whether it is tried for so long that somebody should call. */
    boolean slow(Tries tries) {
        return sinceFirst(tries).compareTo(RetrySchedule.SLOW) >= 0;
    }

    private boolean givenUp(Tries tries) {
        return sinceFirst(tries).compareTo(RetrySchedule.GIVEN_UP) >= 0;
    }

    private Duration sinceFirst(Tries tries) {
        return Duration.between(tries.firstAttemptAt(), clock.now());
    }

    private static Duration pause(Tries tries) {
        return RetrySchedule.pauseAfter(tries.attempt(), RANDOM.nextDouble());
    }
}
