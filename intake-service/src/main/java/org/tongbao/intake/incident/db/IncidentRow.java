package org.tongbao.intake.incident.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "incident")
@NullUnmarked
class IncidentRow {
    @Id
    UUID id;

    String agency;
    String number;
    String procedure;

    @Column(name = "procedure_hash")
    String procedureHash;

    @Column(name = "procedure_assumed")
    boolean procedureAssumed;

    String zone;
    String state;
    int level;

    @Column(name = "declared_level")
    Integer declaredLevel;

    @Column(name = "calculated_level")
    Integer calculatedLevel;

    @Column(name = "reviewed_level")
    Integer reviewedLevel;

    @Column(name = "first_level")
    int firstLevel;

    String because;
    String facts;
    String anchors;
    String channel;

    @Column(name = "received_at")
    Instant receivedAt;

    @Column(name = "entered_at")
    Instant enteredAt;

    @Column(name = "filed_by")
    String filedBy;

    @Column(name = "filed_by_name")
    String filedByName;

    @Column(name = "filed_by_agency")
    String filedByAgency;

    @Column(name = "offline_reason")
    String offlineReason;

    @Column(name = "approved_by")
    String approvedBy;

    @Column(name = "closing_filed_at")
    Instant closingFiledAt;

    String title;
    String tlp;
    boolean exercise;
    String content;
    long version;

    @Column(name = "updated_at")
    Instant updatedAt;
}
