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
import org.tongbao.platform.access.Caller;

/** A report as it was before a supplement. */
@Entity
@Table(name = "report_version")
@IdClass(ReportVersionRow.Key.class)
@NullUnmarked
class ReportVersionRow {
    @Id
    @Column(name = "incident_id")
    UUID incidentId;

    @Id
    long version;

    String agency;
    String content;

    @Column(name = "replaced_by")
    String replacedBy;

    @Column(name = "replaced_by_name")
    String replacedByName;

    @Column(name = "replaced_at")
    Instant replacedAt;

    static ReportVersionRow of(IncidentRow row, Caller caller, Instant now) {
        ReportVersionRow old = new ReportVersionRow();
        old.incidentId = row.id;
        old.version = row.version;
        old.agency = row.agency;
        old.content = row.content;
        old.replacedBy = caller.subject();
        old.replacedByName = caller.name();
        old.replacedAt = now;
        return old;
    }

    @NullUnmarked
    static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        UUID incidentId;
        long version;

        Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && incidentId.equals(that.incidentId) && version == that.version;
        }

        @Override
        public int hashCode() {
            return Objects.hash(incidentId, version);
        }
    }
}
