package org.tongbao.intake.incident.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Anchor;
import org.tongbao.contracts.procedure.Force;
import org.tongbao.contracts.procedure.MetBy;
import org.tongbao.contracts.procedure.Owner;
import org.tongbao.intake.db.Columns;
import org.tongbao.intake.obligation.domain.IncidentObligation;
import org.tongbao.intake.obligation.domain.ObligationClock;
import org.tongbao.intake.obligation.domain.ObligationLimit;
import org.tongbao.intake.obligation.domain.ObligationRule;
import org.tongbao.intake.obligation.domain.ObligationState;

@Entity
@Table(name = "obligation")
@IdClass(ObligationRow.Key.class)
@NullUnmarked
class ObligationRow {
    @Id
    @Column(name = "incident_id")
    UUID incidentId;

    @Id
    String key;

    String agency;
    int position;
    String owner;
    String clause;
    String force;
    String anchor;

    @Column(name = "met_by")
    String metBy;

    @Column(name = "anchor_at")
    Instant anchorAt;

    @Column(name = "anchor_assumed")
    boolean anchorAssumed;

    @Column(name = "due_at")
    Instant dueAt;

    String percents;
    String state;
    int warned;

    @Column(name = "next_at")
    Instant nextAt;

    @Column(name = "met_at")
    Instant metAt;

    @Column(name = "missed_at")
    Instant missedAt;

    static ObligationRow of(UUID incidentId, String agency, IncidentObligation obligation) {
        ObligationRow row = new ObligationRow();
        row.incidentId = incidentId;
        row.agency = agency;
        row.key = obligation.key();
        row.take(obligation);
        return row;
    }

    final void take(IncidentObligation it) {
        ObligationRule rule = it.rule();
        ObligationClock clock = it.clock();
        position = rule.position();
        owner = rule.owner().key();
        clause = rule.clause();
        force = rule.force().key();
        anchor = rule.anchor().key();
        metBy = rule.metBy().key();
        percents = Columns.numbers(rule.percents());
        anchorAt = clock.limit().anchorAt();
        anchorAssumed = clock.limit().anchorAssumed();
        dueAt = clock.limit().dueAt();
        state = clock.state().name();
        warned = clock.warned();
        nextAt = clock.nextAt();
        metAt = clock.metAt();
        missedAt = clock.missedAt();
    }

    IncidentObligation obligation() {
        var rule = new ObligationRule(
                key,
                position,
                Columns.key(Owner.class, owner),
                clause,
                Columns.key(Force.class, force),
                Columns.key(Anchor.class, anchor),
                Columns.key(MetBy.class, metBy),
                Columns.numbers(percents));
        var clock = new ObligationClock(
                new ObligationLimit(anchorAt, anchorAssumed, dueAt),
                ObligationState.valueOf(state),
                warned,
                nextAt,
                metAt,
                missedAt);
        return new IncidentObligation(rule, clock);
    }

    @NullUnmarked
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        UUID incidentId;
        String key;

        Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && incidentId.equals(that.incidentId) && key.equals(that.key);
        }

        @Override
        public int hashCode() {
            return Objects.hash(incidentId, key);
        }
    }
}
