package org.tongbao.escalation.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.tongbao.escalation.domain.Crockford;
import org.tongbao.escalation.domain.EndReason;
import org.tongbao.escalation.domain.Happening;
import org.tongbao.escalation.domain.Method;
import org.tongbao.escalation.domain.Notice.Status;
import org.tongbao.escalation.usecase.Letters.Letter;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.time.Clock;

/** Acknowledges with what the mail carries: token and code are worth an acknowledgement and nothing more. */
@ApplicationScoped
class AcknowledgeWithoutLogin implements Acknowledge {
    private static final int TRIES = 10;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration AFTER_THE_END = Duration.ofHours(24);
    private static final String ACTION = "notice-acknowledged";

    private final Transactions transactions;
    private final Letters letters;
    private final Notices notices;
    private final ChangeNotice changeNotice;
    private final Clock clock;

    AcknowledgeWithoutLogin(
            Transactions transactions, Letters letters, Notices notices, ChangeNotice changeNotice, Clock clock) {
        this.transactions = transactions;
        this.letters = letters;
        this.notices = notices;
        this.changeNotice = changeNotice;
        this.clock = clock;
    }

    @Override
    public Uni<AckOutcome> byToken(UUID id, String token) {
        return acknowledge(id, letter -> LetterKeys.matches(id, token, letter.tokenHash()), Method.MAIL_LINK);
    }

    @Override
    public Uni<AckOutcome> byCode(UUID id, String code) {
        String normal = Crockford.normal(code);
        return acknowledge(id, letter -> LetterKeys.matches(id, normal, letter.codeHash()), Method.MAIL_CODE);
    }

    @Override
    public Uni<AckView> look(UUID id) {
        return transactions.asEngine(() -> letters.find(id)).map(found -> found.<AckView>map(this::view)
                .orElseGet(AckView.NotFound::new));
    }

    private AckView view(Letter letter) {
        AckView.State state;
        EndReason end = letter.end();
        if (letter.status() == Status.ACKNOWLEDGED || end != null && end.done() || letter.acknowledgedAt() != null) {
            state = AckView.State.ACKNOWLEDGED;
        } else {
            state = over(letter) ? AckView.State.NO_LONGER_VALID : AckView.State.OPEN;
        }
        return new AckView.Shown(
                letter.number(),
                letter.title(),
                letter.level(),
                letter.tlp(),
                letter.dueAt(),
                letter.exercise(),
                state);
    }

    // The notice is locked before the letter is read, so that what is decided is still true when it is committed.
    private Uni<AckOutcome> acknowledge(UUID id, Predicate<Letter> proof, Method method) {
        return transactions.asEngine(() -> letters.find(id)
                .chain(found -> found.isEmpty()
                        ? outcome(new AckOutcome.Unknown())
                        : notices.lock(found.get().noticeId()).chain(notice -> letters.find(id)
                                .chain(letter -> decide(notice.orElseThrow(), letter.orElseThrow(), proof, method)))));
    }

    private Uni<AckOutcome> decide(FiledNotice notice, Letter letter, Predicate<Letter> proof, Method method) {
        Duration closed = closedFor(letter);
        if (!closed.isZero()) {
            return outcome(new AckOutcome.TooManyTries(closed));
        }
        if (!proof.test(letter)) {
            return letters.countTry(letter.id()).replaceWith(new AckOutcome.Unknown());
        }
        if (letter.acknowledgedAt() != null && !stillOpen(letter)) {
            return outcome(new AckOutcome.Acknowledged(
                    letter.number(), letter.name(), letter.role(), letter.acknowledgedAt()));
        }
        if (over(letter)) {
            return outcome(new AckOutcome.NoLongerValid(letter.number()));
        }
        OutgoingNotice.TakenBy taken = letter.taken();
        if (!stillOpen(letter) && taken != null) {
            return outcome(new AckOutcome.AlreadyTaken(letter.number(), taken.name(), taken.role(), taken.at()));
        }
        return changeNotice
                .change(ACTION, notice, new Happening.Acknowledged(letter.contact(), method))
                .map(changed ->
                        new AckOutcome.Acknowledged(letter.number(), letter.name(), letter.role(), clock.now()));
    }

    private static boolean stillOpen(Letter letter) {
        return letter.status() == Status.OPEN || letter.end() == EndReason.EXHAUSTED;
    }

    /** Superseded at once, otherwise a day after the notice was acknowledged or ended. */
    private boolean over(Letter letter) {
        Instant ended = letter.endedAt();
        return letter.end() == EndReason.SUPERSEDED
                || ended != null && !clock.now().isBefore(ended.plus(AFTER_THE_END));
    }

    private Duration closedFor(Letter letter) {
        Instant from = letter.triesFrom();
        if (from == null || letter.tries() < TRIES) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(clock.now(), from.plus(HOUR));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Uni<AckOutcome> outcome(AckOutcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
