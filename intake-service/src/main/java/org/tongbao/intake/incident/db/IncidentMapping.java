package org.tongbao.intake.incident.db;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Anchor;
import org.tongbao.contracts.procedure.Classification;
import org.tongbao.contracts.procedure.Condition;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.intake.db.Columns;
import org.tongbao.intake.db.IncidentColumns;
import org.tongbao.intake.incident.domain.Incident;
import org.tongbao.intake.incident.domain.IncidentNumber;
import org.tongbao.intake.incident.domain.KnownAnchor;
import org.tongbao.intake.level.domain.LevelOnRecord;
import org.tongbao.intake.report.domain.Filing;
import org.tongbao.intake.report.domain.FilingChannel;
import org.tongbao.platform.sql.JsonColumn;

/** Maps between an incident and its row. */
final class IncidentMapping {
    private static final TypeReference<EnumMap<Anchor, KnownAnchor>> ANCHORS = new TypeReference<>() {};
    private static final TypeReference<List<Classification.Because>> BECAUSE = new TypeReference<>() {};

    private IncidentMapping() {}

    static Incident incident(IncidentRow row, List<ObligationRow> obligations, Procedure procedure) {
        return Incident.of(new Incident.Snapshot(
                row.id,
                new IncidentNumber(row.number),
                row.agency,
                procedure,
                row.procedureAssumed,
                ZoneId.of(row.zone),
                filing(row),
                row.exercise,
                level(row),
                new HashSet<>(Columns.keys(Condition.class, row.facts)),
                JsonColumn.read(row.anchors, ANCHORS),
                obligations.stream().map(ObligationRow::obligation).toList(),
                row.approvedBy,
                row.closingFiledAt));
    }

    private static Filing filing(IncidentRow row) {
        return new Filing(
                Columns.key(FilingChannel.class, row.channel),
                row.receivedAt,
                row.enteredAt,
                row.filedBy,
                row.filedByName,
                row.filedByAgency,
                row.offlineReason);
    }

    private static LevelOnRecord level(IncidentRow row) {
        return new LevelOnRecord(
                Level.of(row.level),
                level(row.declaredLevel),
                level(row.calculatedLevel),
                level(row.reviewedLevel),
                Level.of(row.firstLevel),
                JsonColumn.read(row.because, BECAUSE));
    }

    /** Copies everything mutable into the row. */
    static void copy(Incident incident, IncidentRow row, Instant now) {
        LevelOnRecord level = incident.level();
        row.state = incident.state().name();
        row.level = level.effective().number();
        row.declaredLevel = IncidentColumns.number(level.declared());
        row.calculatedLevel = IncidentColumns.number(level.calculated());
        row.reviewedLevel = IncidentColumns.number(level.reviewed());
        row.because = IncidentColumns.because(level);
        row.facts = Columns.keys(incident.facts());
        row.anchors = IncidentColumns.anchors(incident);
        row.approvedBy = incident.approvedBy();
        row.closingFiledAt = incident.closingFiledAt();
        row.updatedAt = now;
    }

    private static @Nullable Level level(@Nullable Integer number) {
        return number == null ? null : Level.of(number);
    }
}
