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
        position = it.position();
        owner = it.owner().key();
        clause = it.clause();
        force = it.force().key();
        anchor = it.anchor().key();
        metBy = it.metBy().key();
        anchorAt = it.anchorAt();
        anchorAssumed = it.anchorAssumed();
        dueAt = it.dueAt();
        percents = Columns.numbers(it.percents());
        state = it.state().name();
        warned = it.warned();
        nextAt = it.nextAt();
        metAt = it.metAt();
        missedAt = it.missedAt();
    }

    IncidentObligation obligation() {
        return new IncidentObligation(
                key,
                position,
                Columns.word(Owner.class, owner),
                clause,
                Columns.word(Force.class, force),
                Columns.word(Anchor.class, anchor),
                Columns.word(MetBy.class, metBy),
                anchorAt,
                anchorAssumed,
                dueAt,
                Columns.numbers(percents),
                ObligationState.valueOf(state),
                warned,
                nextAt,
                metAt,
                missedAt);
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
