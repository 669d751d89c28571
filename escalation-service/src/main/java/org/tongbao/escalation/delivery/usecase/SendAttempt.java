package org.tongbao.escalation.delivery.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.tongbao.escalation.delivery.domain.RetrySchedule;
import org.tongbao.escalation.delivery.usecase.Deliveries.Outcome;

/** One attempt to send, within its limits, and what becomes of the message after it. */
@ApplicationScoped
public class SendAttempt {
    public static final String ACCEPTED = "ACCEPTED";
    public static final String PERMANENT = "PERMANENT";
    private static final String TRANSIENT = "TRANSIENT";
    private static final String AMBIGUOUS = "AMBIGUOUS";
    private static final RandomGenerator RANDOM = RandomGenerator.getDefault();

    private final DeliverySettings settings;

    SendAttempt(DeliverySettings settings) {
        this.settings = settings;
    }

    /** Has a result within the time limit, whatever the channel does. */
    public Uni<SendResult> run(AttemptHistory history, Supplier<Uni<SendResult>> sending) {
        if (history.copies() >= RetrySchedule.COPIES) {
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

    /**
     * @param now of the transaction that records it
     */
    public Outcome outcome(AttemptHistory history, SendResult result, Instant now) {
        return result.accept(new SendResult.Visitor<>() {
            @Override
            public Outcome accepted(SendResult.Accepted it) {
                return new Outcome(ACCEPTED, it.reply(), it.relay(), null, true);
            }

            @Override
            public Outcome tryLater(SendResult.TryLater it) {
                return givenUp(history, now)
                        ? new Outcome(PERMANENT, "given-up", null, null, false)
                        : new Outcome(TRANSIENT, it.reason(), null, pause(history), false);
            }

            @Override
            public Outcome refused(SendResult.Refused it) {
                return new Outcome(PERMANENT, it.reason(), null, null, false);
            }

            @Override
            public Outcome unknown(SendResult.Unknown it) {
                boolean last = history.copies() + 1 >= RetrySchedule.COPIES || givenUp(history, now);
                return new Outcome(AMBIGUOUS, it.reason(), null, last ? null : pause(history), true);
            }
        });
    }

    /** Whether it is tried for so long that somebody should call. */
    public boolean slow(AttemptHistory history, Instant now) {
        return sinceFirst(history, now).compareTo(RetrySchedule.SLOW) >= 0;
    }

    private static boolean givenUp(AttemptHistory history, Instant now) {
        return sinceFirst(history, now).compareTo(RetrySchedule.GIVEN_UP) >= 0;
    }

    private static Duration sinceFirst(AttemptHistory history, Instant now) {
        return Duration.between(history.firstAttemptAt(), now);
    }

    private static Duration pause(AttemptHistory history) {
        return RetrySchedule.pauseAfter(history.attempt(), RANDOM.nextDouble());
    }
}
