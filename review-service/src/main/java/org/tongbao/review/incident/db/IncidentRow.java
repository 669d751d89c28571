package org.tongbao.review.incident.db;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Anchor;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.review.incident.domain.Incident;
import org.tongbao.review.incident.domain.IncidentId;
import org.tongbao.review.incident.domain.IncidentRef;

@Entity
@Table(name = "incident")
class IncidentRow extends PanacheEntityBase {
    @Id
    UUID id;

    @Column(name = "number")
    String number;

    @Column(name = "agency")
    String agency;

    @Column(name = "exercise")
    boolean exercise;

    @Column(name = "procedure_hash")
    String procedureHash;

    @Column(name = "level")
    short level;

    @Column(name = "first_level")
    short firstLevel;

    @Nullable
    Instant occurred;

    @Nullable
    Instant discovered;

    @Nullable
    Instant confirmed;

    @Nullable
    Instant aware;

    @Nullable
    Instant reported;

    @Nullable
    Instant received;

    @Column(name = "reported_by")
    String reportedBy;

    @Nullable
    @Column(name = "approved_by")
    String approvedBy;

    static IncidentRow of(Incident incident) {
        var row = new IncidentRow();
        row.id = incident.ref().id().value();
        row.number = incident.ref().number();
        row.agency = incident.ref().agency();
        row.exercise = incident.ref().exercise();
        row.procedureHash = incident.procedureHash();
        row.firstLevel = (short) incident.firstReported().number();
        row.occurred = incident.anchors().get(Anchor.OCCURRED);
        row.discovered = incident.anchors().get(Anchor.DISCOVERED);
        row.confirmed = incident.anchors().get(Anchor.CONFIRMED);
        row.aware = incident.anchors().get(Anchor.AWARE);
        row.reported = incident.anchors().get(Anchor.REPORTED);
        row.received = incident.anchors().get(Anchor.RECEIVED);
        row.reportedBy = incident.reportedBy();
        row.update(incident);
        return row;
    }

    /** The columns that change. */
    void update(Incident incident) {
        level = (short) incident.level().number();
        approvedBy = incident.approvedBy();
    }

    Incident incident() {
        return new Incident(
                new IncidentRef(new IncidentId(id), number, agency, exercise),
                procedureHash,
                Level.of(level),
                Level.of(firstLevel),
                anchors(),
                reportedBy,
                approvedBy);
    }

    private Map<Anchor, Instant> anchors() {
        Map<Anchor, Instant> anchors = new EnumMap<>(Anchor.class);
        put(anchors, Anchor.OCCURRED, occurred);
        put(anchors, Anchor.DISCOVERED, discovered);
        put(anchors, Anchor.CONFIRMED, confirmed);
        put(anchors, Anchor.AWARE, aware);
        put(anchors, Anchor.REPORTED, reported);
        put(anchors, Anchor.RECEIVED, received);
        return anchors;
    }

    private static void put(Map<Anchor, Instant> anchors, Anchor anchor, @Nullable Instant at) {
        if (at != null) {
            anchors.put(anchor, at);
        }
    }
}
