package org.tongbao.review.db;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.ReviewKind;
import org.tongbao.review.domain.Chain;
import org.tongbao.review.domain.Claim;
import org.tongbao.review.domain.Conclusion;
import org.tongbao.review.domain.Finding;
import org.tongbao.review.domain.IncidentId;
import org.tongbao.review.domain.IncidentRef;
import org.tongbao.review.domain.Outcome;
import org.tongbao.review.domain.Review;
import org.tongbao.review.domain.ReviewId;
import org.tongbao.review.domain.ReviewState;
import org.tongbao.review.domain.Reviewer;
import org.tongbao.review.domain.Status;
import org.tongbao.review.domain.Terms;
import org.tongbao.review.domain.Verdict;

@Entity
@Table(name = "review")
class ReviewRow extends PanacheEntityBase {
    /** Where reviews without a limit stand in the queue. */
    static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    @Id
    UUID id;

    @Column(name = "incident_id")
    UUID incidentId;

    @Column(name = "number")
    String number;

    @Column(name = "agency")
    String agency;

    @Column(name = "exercise")
    boolean exercise;

    @Column(name = "kind")
    String kind;

    @Column(name = "level")
    short level;

    @Column(name = "clause")
    String clause;

    @Column(name = "information_clause")
    String informationClause;

    @Column(name = "anchored_at")
    Instant anchoredAt;

    @Nullable
    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "queue_at")
    Instant queueAt;

    @Column(name = "outcomes")
    String[] outcomes;

    @Column(name = "basis_required")
    boolean basisRequired;

    @Column(name = "authorities")
    String[] authorities;

    @Column(name = "turn")
    int turn;

    @Column(name = "authority")
    String authority;

    @Column(name = "take_over")
    boolean takeOver;

    @Column(name = "involved")
    String[] involved;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "status")
    String status;

    @Nullable
    @Column(name = "watch_at")
    Instant watchAt;

    @Nullable
    @Column(name = "claimed_by")
    String claimedBy;

    @Nullable
    @Column(name = "claimed_name")
    String claimedName;

    @Nullable
    @Column(name = "claimed_agency")
    String claimedAgency;

    @Nullable
    @Column(name = "claimed_at")
    Instant claimedAt;

    @Nullable
    @Column(name = "outcome")
    String outcome;

    @Nullable
    @Column(name = "decided_level")
    Short decidedLevel;

    @Nullable
    @Column(name = "basis")
    String basis;

    @Nullable
    @Column(name = "other_agencies")
    String otherAgencies;

    @Nullable
    @Column(name = "critical_infrastructure")
    String criticalInfrastructure;

    @Nullable
    @Column(name = "support_granted")
    Boolean supportGranted;

    @Nullable
    @Column(name = "support_note")
    String supportNote;

    @Nullable
    @Column(name = "concluded_by")
    String concludedBy;

    @Nullable
    @Column(name = "concluded_name")
    String concludedName;

    @Nullable
    @Column(name = "concluded_agency")
    String concludedAgency;

    @Nullable
    @Column(name = "concluded_at")
    Instant concludedAt;

    @Nullable
    @Column(name = "late")
    Boolean late;

    @Column(name = "version")
    long version;

    @Column(name = "updated_at")
    Instant updatedAt;

    static ReviewRow of(ReviewState state) {
        var row = new ReviewRow();
        row.id = state.id().value();
        row.incidentId = state.incident().id().value();
        row.number = state.incident().number();
        row.agency = state.incident().agency();
        row.exercise = state.incident().exercise();
        row.kind = state.kind().name();
        row.openedAt = state.openedAt();
        row.take(state, state.openedAt());
        return row;
    }

    /** Takes over everything that may change. */
    void take(ReviewState state, Instant at) {
        level = (short) state.level().number();
        take(state.terms());
        authorities = state.chain().authorities().toArray(String[]::new);
        turn = state.chain().turn();
        authority = state.chain().authority();
        takeOver = state.chain().takeOver();
        involved = state.involved().toArray(String[]::new);
        status = state.status().name();
        watchAt = state.watchAt();
        take(state.claim());
        take(state.conclusion());
        version = state.version();
        updatedAt = at;
    }

    private void take(Terms terms) {
        clause = terms.clause();
        informationClause = terms.informationClause();
        anchoredAt = terms.anchoredAt();
        dueAt = terms.dueAt();
        queueAt = terms.dueAt() == null ? END_OF_TIME : terms.dueAt();
        outcomes = terms.outcomes().stream().map(Outcome::name).toArray(String[]::new);
        basisRequired = terms.basisRequired();
    }

    private void take(@Nullable Claim claim) {
        claimedBy = claim == null ? null : claim.by().subject();
        claimedName = claim == null ? null : claim.by().name();
        claimedAgency = claim == null ? null : claim.by().agency();
        claimedAt = claim == null ? null : claim.at();
    }

    private void take(@Nullable Conclusion end) {
        if (end == null) {
            return;
        }
        Verdict verdict = end.verdict();
        outcome = verdict.outcome().name();
        decidedLevel = end.level() == null ? null : (short) end.level().number();
        basis = verdict.basis();
        otherAgencies = name(verdict.otherAgencies());
        criticalInfrastructure = name(verdict.criticalInfrastructure());
        supportGranted = verdict.support() == null ? null : verdict.support().granted();
        supportNote = verdict.support() == null ? null : verdict.support().note();
        concludedBy = end.by().subject();
        concludedName = end.by().name();
        concludedAgency = end.by().agency();
        concludedAt = end.at();
        late = end.late();
    }

    Review review() {
        return Review.of(new ReviewState(
                new ReviewId(id),
                new IncidentRef(new IncidentId(incidentId), number, agency, exercise),
                ReviewKind.valueOf(kind),
                Level.of(level),
                new Terms(clause, informationClause, anchoredAt, dueAt, outcomes(), basisRequired),
                new Chain(List.of(authorities), turn, takeOver),
                Set.of(involved),
                openedAt,
                Status.valueOf(status),
                watchAt,
                claim(),
                conclusion(),
                version));
    }

    private List<Outcome> outcomes() {
        return Arrays.stream(outcomes).map(Outcome::valueOf).toList();
    }

    private @Nullable Claim claim() {
        return claimedBy == null || claimedName == null || claimedAgency == null || claimedAt == null
                ? null
                : new Claim(new Reviewer(claimedBy, claimedName, claimedAgency), claimedAt);
    }

    private @Nullable Conclusion conclusion() {
        if (outcome == null
                || concludedBy == null
                || concludedName == null
                || concludedAgency == null
                || concludedAt == null) {
            return null;
        }
        Level decided = decidedLevel == null ? null : Level.of(decidedLevel);
        var verdict = new Verdict(
                Outcome.valueOf(outcome),
                decided,
                basis == null ? "" : basis,
                finding(otherAgencies),
                finding(criticalInfrastructure),
                supportGranted == null ? null : new Verdict.Support(supportGranted, supportNote));
        return new Conclusion(
                verdict,
                decided,
                new Reviewer(concludedBy, concludedName, concludedAgency),
                concludedAt,
                Boolean.TRUE.equals(late));
    }

    private static @Nullable String name(@Nullable Finding finding) {
        return finding == null ? null : finding.name();
    }

    private static @Nullable Finding finding(@Nullable String name) {
        return name == null ? null : Finding.valueOf(name);
    }
}
