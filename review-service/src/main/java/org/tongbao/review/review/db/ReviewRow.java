package org.tongbao.review.review.db;

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
import org.tongbao.review.incident.domain.IncidentId;
import org.tongbao.review.incident.domain.IncidentRef;
import org.tongbao.review.review.domain.AuthorityChain;
import org.tongbao.review.review.domain.Claim;
import org.tongbao.review.review.domain.Conclusion;
import org.tongbao.review.review.domain.Decision;
import org.tongbao.review.review.domain.Finding;
import org.tongbao.review.review.domain.Outcome;
import org.tongbao.review.review.domain.Review;
import org.tongbao.review.review.domain.ReviewId;
import org.tongbao.review.review.domain.ReviewState;
import org.tongbao.review.review.domain.ReviewTerms;
import org.tongbao.review.review.domain.Reviewer;
import org.tongbao.review.review.domain.Status;

@Entity
@Table(name = "review")
class ReviewRow extends PanacheEntityBase {
    /** Queue position of reviews without a limit. */
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
    Instant deadline;

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
        row.update(state, state.openedAt());
        return row;
    }

    /** Updates every column that may change. */
    void update(ReviewState state, Instant at) {
        level = (short) state.level().number();
        update(state.terms());
        authorities = state.chain().authorities().toArray(String[]::new);
        turn = state.chain().turn();
        authority = state.chain().authority();
        takeOver = state.chain().takeOver();
        involved = state.involved().toArray(String[]::new);
        status = state.status().name();
        deadline = state.deadline();
        update(state.claim());
        update(state.conclusion());
        version = state.version();
        updatedAt = at;
    }

    private void update(ReviewTerms terms) {
        clause = terms.clause();
        informationClause = terms.informationClause();
        anchoredAt = terms.anchoredAt();
        dueAt = terms.dueAt();
        queueAt = terms.dueAt() == null ? END_OF_TIME : terms.dueAt();
        outcomes = terms.outcomes().stream().map(Outcome::name).toArray(String[]::new);
        basisRequired = terms.basisRequired();
    }

    private void update(@Nullable Claim claim) {
        claimedBy = claim == null ? null : claim.by().subject();
        claimedName = claim == null ? null : claim.by().name();
        claimedAgency = claim == null ? null : claim.by().agency();
        claimedAt = claim == null ? null : claim.at();
    }

    private void update(@Nullable Conclusion end) {
        if (end == null) {
            return;
        }
        Decision decision = end.decision();
        outcome = decision.outcome().name();
        decidedLevel = end.level() == null ? null : (short) end.level().number();
        basis = decision.basis();
        otherAgencies = name(decision.otherAgencies());
        criticalInfrastructure = name(decision.criticalInfrastructure());
        supportGranted = decision.support() == null ? null : decision.support().granted();
        supportNote = decision.support() == null ? null : decision.support().note();
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
                new ReviewTerms(clause, informationClause, anchoredAt, dueAt, outcomes(), basisRequired),
                new AuthorityChain(List.of(authorities), turn, takeOver),
                Set.of(involved),
                openedAt,
                Status.valueOf(status),
                deadline,
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
        var decision = new Decision(
                Outcome.valueOf(outcome),
                decided,
                basis == null ? "" : basis,
                finding(otherAgencies),
                finding(criticalInfrastructure),
                supportGranted == null ? null : new Decision.Support(supportGranted, supportNote));
        return new Conclusion(
                decision,
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
