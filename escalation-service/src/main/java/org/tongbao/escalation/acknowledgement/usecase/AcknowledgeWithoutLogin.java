package org.tongbao.escalation.acknowledgement.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.tongbao.contracts.Crockford;
import org.tongbao.escalation.acknowledgement.usecase.Credentials.Credential;
import org.tongbao.escalation.notice.domain.AcknowledgementMethod;
import org.tongbao.escalation.notice.domain.EndReason;
import org.tongbao.escalation.notice.domain.Notice.Status;
import org.tongbao.escalation.notice.domain.NoticeEvent;
import org.tongbao.escalation.notice.usecase.ChangeNotice;
import org.tongbao.escalation.notice.usecase.NoticeFacts;
import org.tongbao.escalation.notice.usecase.Notices;
import org.tongbao.escalation.notice.usecase.StoredNotice;
import org.tongbao.platform.access.Transactions;

/** Acknowledges with what the mail carries: token and code are worth an acknowledgement and nothing more. */
@ApplicationScoped
class AcknowledgeWithoutLogin implements Acknowledge {
    private static final int MAX_WRONG_TRIES = 10;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration AFTER_THE_END = Duration.ofHours(24);
    private static final String ACTION = "notice-acknowledged";

    private final Transactions transactions;
    private final Credentials credentials;
    private final Notices notices;
    private final ChangeNotice changeNotice;

    AcknowledgeWithoutLogin(
            Transactions transactions, Credentials credentials, Notices notices, ChangeNotice changeNotice) {
        this.transactions = transactions;
        this.credentials = credentials;
        this.notices = notices;
        this.changeNotice = changeNotice;
    }

    @Override
    public Uni<AckOutcome> byToken(UUID id, String token) {
        return acknowledge(id, it -> byToken(it, token));
    }

    @Override
    public Uni<AckOutcome> byCode(UUID id, String code) {
        String normal = Crockford.normal(code);
        return acknowledge(id, it -> byCode(it, normal));
    }

    @Override
    public Uni<AckView> find(UUID id) {
        return transactions.asEngine(() -> credentials.find(id).chain(found -> Transactions.now()
                .map(now -> found.<AckView>map(it -> view(it, now)).orElseGet(AckView.NotFound::new))));
    }

    private static AckView view(Credential credential, Instant now) {
        AckView.State state;
        EndReason end = credential.end();
        if (credential.status() == Status.ACKNOWLEDGED
                || end != null && end.done()
                || credential.acknowledgedAt() != null) {
            state = AckView.State.ACKNOWLEDGED;
        } else {
            state = over(credential, now) ? AckView.State.NO_LONGER_VALID : AckView.State.OPEN;
        }
        return new AckView.Shown(
                credential.number(),
                credential.title(),
                credential.level(),
                credential.tlp(),
                credential.dueAt(),
                credential.exercise(),
                state);
    }

    // The notice is locked before the credential is read, so that what is decided is still true when it is committed.
    private Uni<AckOutcome> acknowledge(UUID id, Function<Attempt, Uni<AckOutcome>> decide) {
        return transactions.asEngine(() -> credentials
                .find(id)
                .chain(found -> found.isEmpty()
                        ? outcome(new AckOutcome.Unknown())
                        : notices.findForUpdate(found.get().noticeId())
                                .chain(notice -> credentials.find(id).chain(credential -> Transactions.now()
                                        .chain(now -> decide.apply(
                                                new Attempt(notice.orElseThrow(), credential.orElseThrow(), now)))))));
    }

    /** Something that was tried, with what it is tried at. */
    private record Attempt(StoredNotice notice, Credential credential, Instant now) {
        boolean stillOpen() {
            return AcknowledgeWithoutLogin.stillOpen(credential);
        }
    }

    /** Nobody guesses 256 bits, so no wrong token costs anything and a right one always counts. */
    private Uni<AckOutcome> byToken(Attempt it, String token) {
        Credential credential = it.credential();
        if (!AcknowledgementTokens.matches(credential.id(), token, credential.tokenHash())) {
            return outcome(new AckOutcome.Unknown());
        }
        boolean tooSoon = it.notice().notice().level().severe() && credential.justArrived() && it.stillOpen();
        return tooSoon ? outcome(new AckOutcome.TooSoon()) : acknowledge(it, AcknowledgementMethod.MAIL_LINK);
    }

    private Uni<AckOutcome> byCode(Attempt it, String code) {
        Credential credential = it.credential();
        Duration closed = closedFor(credential, it.now());
        if (!closed.isZero()) {
            return outcome(new AckOutcome.TooManyTries(closed));
        }
        return AcknowledgementTokens.matches(credential.id(), code, credential.codeHash())
                ? acknowledge(it, AcknowledgementMethod.MAIL_CODE)
                : credentials.countTry(credential.id()).replaceWith(new AckOutcome.Unknown());
    }

    private Uni<AckOutcome> acknowledge(Attempt it, AcknowledgementMethod method) {
        Credential credential = it.credential();
        if (credential.acknowledgedAt() != null && !stillOpen(credential)) {
            return outcome(new AckOutcome.Acknowledged(
                    credential.number(), credential.name(), credential.role(), credential.acknowledgedAt()));
        }
        if (over(credential, it.now())) {
            return outcome(new AckOutcome.NoLongerValid(credential.number()));
        }
        NoticeFacts.AcknowledgedBy acknowledgedBy = credential.acknowledgedBy();
        if (!stillOpen(credential) && acknowledgedBy != null) {
            return outcome(new AckOutcome.AlreadyAcknowledged(
                    credential.number(), acknowledgedBy.name(), acknowledgedBy.role(), acknowledgedBy.at()));
        }
        return changeNotice
                .change(
                        ACTION,
                        it.notice(),
                        new NoticeEvent.Acknowledged(credential.contact(), method, Optional.empty()))
                .map(changed -> new AckOutcome.Acknowledged(
                        credential.number(), credential.name(), credential.role(), it.now()));
    }

    private static boolean stillOpen(Credential credential) {
        return credential.status() == Status.OPEN || credential.end() == EndReason.EXHAUSTED;
    }

    /** Superseded at once, otherwise a day after the notice was acknowledged or ended. */
    private static boolean over(Credential credential, Instant now) {
        Instant ended = credential.endedAt();
        return credential.end() == EndReason.SUPERSEDED || ended != null && !now.isBefore(ended.plus(AFTER_THE_END));
    }

    private static Duration closedFor(Credential credential, Instant now) {
        Instant from = credential.wrongTriesFrom();
        if (from == null || credential.wrongTries() < MAX_WRONG_TRIES) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(now, from.plus(HOUR));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Uni<AckOutcome> outcome(AckOutcome outcome) {
        return Uni.createFrom().item(outcome);
    }
}
