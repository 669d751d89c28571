package org.tongbao.review.review.domain;

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
import org.tongbao.review.incident.domain.IncidentRef;

/** 審核: one authority's judgement of a level or a closing, on a clock. */
public final class Review {
    private final ReviewId id;
    private final IncidentRef incident;
    private final ReviewKind kind;
    private final Instant openedAt;
    private Set<String> involved;
    private Level level;
    private ReviewTerms terms;
    private AuthorityChain chain;
    private Status status;
    private @Nullable Instant deadline;
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
        deadline = state.deadline();
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
            ReviewTerms terms,
            AuthorityChain chain,
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
                deadline,
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
    public void expect(long expectedVersion) {
        requirePending();
        if (version != expectedVersion) {
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
     * @throws InvalidDecision when it does not fit this review
     */
    public List<ReviewChange> conclude(Reviewer by, Decision decision, Instant now) {
        requireTurn(by);
        requireNotClaimedByAnother(by);
        requireFitting(decision);
        List<ReviewChange> changes = new ArrayList<>(missDeadline(now));
        conclusion = new Conclusion(decision, levelAfter(decision), by, now, isLate(now));
        status = Status.CONCLUDED;
        deadline = null;
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
        if (status != Status.OVERDUE || deadline != null) {
            throw new Refused(Refusal.NOT_OVERDUE);
        }
        String from = chain.authority();
        chain = chain.handOver();
        claim = new Claim(by, now);
        deadline = terms.dueAfterTakeOver(now);
        version++;
        changes.add(new ReviewChange.TakenOver(now, from, by));
        return changes;
    }

    /** Records once for each authority that its limit has passed. */
    public List<ReviewChange> missDeadline(Instant now) {
        if (!status.pending() || deadline == null || now.isBefore(deadline)) {
            return List.of();
        }
        var missed = new ReviewChange.DeadlineMissed(now, chain.authority(), deadline, chain.next());
        status = Status.OVERDUE;
        deadline = null;
        return List.of(missed);
    }

    /**
     * The level on record is another one. The limit is counted anew from its original anchor, unless it was already
     * missed: a lower level erases no breach.
     */
    public List<ReviewChange> changeLevel(Level other, ReviewTerms renewed, Instant now) {
        if (!status.pending() || other == level) {
            return List.of();
        }
        Level before = level;
        level = other;
        if (status == Status.OPEN) {
            terms = renewed;
            deadline = renewed.dueAt();
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

    private @Nullable Level levelAfter(Decision decision) {
        if (kind == ReviewKind.CLOSING) {
            return null;
        }
        return decision.outcome() == Outcome.RELEVELED ? decision.level() : level;
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

    private void requireFitting(Decision decision) {
        Set<DecisionFault> faults = EnumSet.noneOf(DecisionFault.class);
        if (!terms.outcomes().contains(decision.outcome())) {
            faults.add(DecisionFault.OUTCOME_NOT_FOR_THIS_REVIEW);
        }
        levelFault(decision).ifPresent(faults::add);
        if (requiresBasis(decision.outcome()) && decision.basis().isBlank()) {
            faults.add(DecisionFault.BASIS_MISSING);
        }
        if (!faults.isEmpty()) {
            throw new InvalidDecision(faults);
        }
    }

    private Optional<DecisionFault> levelFault(Decision decision) {
        Level stated = decision.level();
        if (kind == ReviewKind.CLOSING) {
            return stated == null ? Optional.empty() : Optional.of(DecisionFault.LEVEL_NOT_FOR_A_CLOSING);
        }
        if (decision.outcome() == Outcome.RELEVELED) {
            return stated == null
                    ? Optional.of(DecisionFault.LEVEL_MISSING)
                    : stated == level ? Optional.of(DecisionFault.LEVEL_UNCHANGED) : Optional.empty();
        }
        return stated == null || stated == level ? Optional.empty() : Optional.of(DecisionFault.LEVEL_DIFFERS);
    }

    // 收悉 says it all; whoever asks for something, or changes a level, says why.
    private boolean requiresBasis(Outcome outcome) {
        return outcome == Outcome.QUESTIONED || terms.basisRequired() && outcome != Outcome.RECEIVED;
    }
}
