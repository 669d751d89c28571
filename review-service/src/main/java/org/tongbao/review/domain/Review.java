package org.tongbao.review.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.ReviewKind;

/** 審核: one authority's judgement of a level or a closing, on a clock. */
public final class Review {
    private final ReviewId id;
    private final IncidentRef incident;
    private final ReviewKind kind;
    private final Instant openedAt;
    private Set<String> involved;
    private Level level;
    private Terms terms;
    private Chain chain;
    private Status status;
    private @Nullable Instant watchAt;
    private @Nullable Claim claim;
    private @Nullable Conclusion conclusion;
    private long version;

    private Review(ReviewState state) {
        id = state.id();
        incident = state.incident();
        kind = state.kind();
        involved = state.involved();
        openedAt = state.openedAt();
        level = state.level();
        terms = state.terms();
        chain = state.chain();
        status = state.status();
        watchAt = state.watchAt();
        claim = state.claim();
        conclusion = state.conclusion();
        version = state.version();
    }

    public static Review of(ReviewState state) {
        return new Review(state);
    }

    public static Review open(
            ReviewId id,
            IncidentRef incident,
            ReviewKind kind,
            Level level,
            Terms terms,
            Chain chain,
            Set<String> involved,
            Instant now) {
        return new Review(new ReviewState(
                id, incident, kind, level, terms, chain, involved, now, Status.OPEN, terms.dueAt(), null, null, 1));
    }

    public ReviewState state() {
        return new ReviewState(
                id,
                incident,
                kind,
                level,
                terms,
                chain,
                involved,
                openedAt,
                status,
                watchAt,
                claim,
                conclusion,
                version);
    }

    /** The change with which it came into being. */
    public ReviewChange opened() {
        return new ReviewChange.Opened(openedAt, chain.authority(), terms.dueAt());
    }

    /**
     * Goes on only when it is pending and still as the person read it.
     *
     * @throws Refused {@link Refusal#ALREADY_CONCLUDED} or {@link Refusal#STALE}
     */
    public void expect(long readVersion) {
        requirePending();
        if (version != readVersion) {
            throw new Refused(Refusal.STALE);
        }
    }

    public List<ReviewChange> claim(Reviewer by, Instant now) {
        requireTurn(by);
        requireNotClaimedByAnother(by);
        if (claim != null) {
            return List.of();
        }
        claim = new Claim(by, now);
        version++;
        return List.of(new ReviewChange.Claimed(now, by));
    }

    /** Gives a claim back: one's own, or that of a colleague who went home. */
    public List<ReviewChange> release(Reviewer by, Instant now) {
        requireTurn(by);
        if (claim == null) {
            throw new Refused(Refusal.NOT_CLAIMED);
        }
        claim = null;
        version++;
        return List.of(new ReviewChange.Released(now, by));
    }

    /** Asks the agency for data or records. The clock runs on: no clause stops it. */
    public List<ReviewChange> requestInformation(Reviewer by, String what, Instant now) {
        requireTurn(by);
        return List.of(new ReviewChange.InformationRequested(now, by, what));
    }

    /**
     * @throws WrongVerdict when it does not fit this review
     */
    public List<ReviewChange> conclude(Reviewer by, Verdict verdict, Instant now) {
        requireTurn(by);
        requireNotClaimedByAnother(by);
        requireFitting(verdict);
        List<ReviewChange> changes = new ArrayList<>(missDeadline(now));
        conclusion = new Conclusion(verdict, levelAfter(verdict), by, now, isLate(now));
        status = Status.CONCLUDED;
        watchAt = null;
        version++;
        changes.add(new ReviewChange.Concluded(now, conclusion));
        return changes;
    }

    /** 逕行複核: the next authority reviews in place of the one that let its limit pass. */
    public List<ReviewChange> takeOver(Reviewer by, Instant now) {
        requirePending();
        if (!chain.next().equals(Optional.of(by.agency()))) {
            throw new Refused(Refusal.NOT_NEXT);
        }
        requireNotInvolved(by);
        List<ReviewChange> changes = new ArrayList<>(missDeadline(now));
        if (status != Status.OVERDUE || watchAt != null) {
            throw new Refused(Refusal.NOT_OVERDUE);
        }
        String from = chain.authority();
        chain = chain.passedOn();
        claim = new Claim(by, now);
        watchAt = terms.dueAfterTakeOver(now);
        version++;
        changes.add(new ReviewChange.TakenOver(now, from, by));
        return changes;
    }

    /** Records once for each authority that its limit has passed. */
    public List<ReviewChange> missDeadline(Instant now) {
        if (!status.pending() || watchAt == null || now.isBefore(watchAt)) {
            return List.of();
        }
        var missed = new ReviewChange.DeadlineMissed(now, chain.authority(), watchAt, chain.next());
        status = Status.OVERDUE;
        watchAt = null;
        return List.of(missed);
    }

    /**
     * The level on record is another one. The limit is counted anew from its original anchor, unless it was already
     * missed: a lower level erases no breach.
     */
    public List<ReviewChange> noteLevel(Level other, Terms renewed, Instant now) {
        if (!status.pending() || other == level) {
            return List.of();
        }
        Level before = level;
        level = other;
        if (status == Status.OPEN) {
            terms = renewed;
            watchAt = renewed.dueAt();
        }
        version++;
        return List.of(new ReviewChange.LevelChanged(now, before, other, terms.dueAt()));
    }

    /** The closing was filed once more before anybody decided; who filed it is involved as well. */
    public List<ReviewChange> fileAgain(String filedBy, Instant now) {
        requirePending();
        involved = Stream.concat(involved.stream(), Stream.of(filedBy)).collect(Collectors.toUnmodifiableSet());
        version++;
        return List.of(new ReviewChange.FiledAgain(now));
    }

    /** Who approved the report is involved as well, and gives back what he had claimed. */
    public List<ReviewChange> approved(String approver, Instant now) {
        if (!status.pending() || involved.contains(approver)) {
            return List.of();
        }
        involved = Stream.concat(involved.stream(), Stream.of(approver)).collect(Collectors.toUnmodifiableSet());
        if (claim != null && claim.by().subject().equals(approver)) {
            claim = null;
        }
        version++;
        return List.of(new ReviewChange.Approved(now));
    }

    private boolean isLate(Instant now) {
        return status == Status.OVERDUE || terms.dueAt() != null && !now.isBefore(terms.dueAt());
    }

    private @Nullable Level levelAfter(Verdict verdict) {
        if (kind == ReviewKind.CLOSING) {
            return null;
        }
        return verdict.outcome() == Outcome.RELEVELED ? verdict.level() : level;
    }

    private void requirePending() {
        if (!status.pending()) {
            throw new Refused(Refusal.ALREADY_CONCLUDED);
        }
    }

    private void requireTurn(Reviewer by) {
        requirePending();
        if (!chain.authority().equals(by.agency())) {
            throw new Refused(Refusal.NOT_YOUR_REVIEW);
        }
        requireNotInvolved(by);
    }

    private void requireNotInvolved(Reviewer by) {
        if (involved.contains(by.subject())) {
            throw new Refused(Refusal.SELF_REVIEW);
        }
    }

    private void requireNotClaimedByAnother(Reviewer by) {
        if (claim != null && !claim.by().subject().equals(by.subject())) {
            throw new Refused(Refusal.CLAIMED_BY_ANOTHER);
        }
    }

    private void requireFitting(Verdict verdict) {
        Set<VerdictFault> faults = EnumSet.noneOf(VerdictFault.class);
        if (!terms.outcomes().contains(verdict.outcome())) {
            faults.add(VerdictFault.OUTCOME_NOT_FOR_THIS_REVIEW);
        }
        faultOfLevel(verdict).ifPresent(faults::add);
        if (basisNeeded(verdict.outcome()) && verdict.basis().isBlank()) {
            faults.add(VerdictFault.BASIS_MISSING);
        }
        if (!faults.isEmpty()) {
            throw new WrongVerdict(faults);
        }
    }

    private Optional<VerdictFault> faultOfLevel(Verdict verdict) {
        Level stated = verdict.level();
        if (kind == ReviewKind.CLOSING) {
            return stated == null ? Optional.empty() : Optional.of(VerdictFault.LEVEL_NOT_FOR_A_CLOSING);
        }
        if (verdict.outcome() == Outcome.RELEVELED) {
            return stated == null
                    ? Optional.of(VerdictFault.LEVEL_MISSING)
                    : stated == level ? Optional.of(VerdictFault.LEVEL_UNCHANGED) : Optional.empty();
        }
        return stated == null || stated == level ? Optional.empty() : Optional.of(VerdictFault.LEVEL_DIFFERS);
    }

    // 收悉 says it all; whoever asks for something, or changes a level, says why.
    private boolean basisNeeded(Outcome outcome) {
        return outcome == Outcome.QUESTIONED || terms.basisRequired() && outcome != Outcome.RECEIVED;
    }
}
