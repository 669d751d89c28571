package org.tongbao.intake.response.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.tongbao.intake.db.Columns;
import org.tongbao.intake.response.domain.ResponseKind;
import org.tongbao.intake.response.usecase.ResponseRecords.ResponseRecord;

@Entity
@Table(name = "response_record")
@NullUnmarked
class ResponseRecordRow {
    @Id
    UUID id;

    @Column(name = "incident_id")
    UUID incidentId;

    String agency;
    String kind;
    String content;

    @Column(name = "recorded_by")
    String recordedBy;

    @Column(name = "recorded_by_name")
    String recordedByName;

    @Column(name = "recorded_at")
    Instant recordedAt;

    static ResponseRecordRow of(ResponseRecord entry) {
        ResponseRecordRow row = new ResponseRecordRow();
        row.id = entry.id();
        row.incidentId = entry.incidentId();
        row.agency = entry.agency();
        row.kind = entry.kind().key();
        row.content = entry.content();
        row.recordedBy = entry.recordedBy();
        row.recordedByName = entry.recordedByName();
        row.recordedAt = entry.recordedAt();
        return row;
    }

    ResponseRecord entry() {
        return new ResponseRecord(
                id,
                incidentId,
                agency,
                Columns.key(ResponseKind.class, kind),
                content,
                recordedBy,
                recordedByName,
                recordedAt);
    }
}
