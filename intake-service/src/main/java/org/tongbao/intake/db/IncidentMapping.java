package org.tongbao.intake.db;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Anchor;
import org.tongbao.contracts.procedure.Classification;
import org.tongbao.contracts.procedure.Condition;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.intake.domain.Filing;
import org.tongbao.intake.domain.FilingChannel;
import org.tongbao.intake.domain.Incident;
import org.tongbao.intake.domain.IncidentNumber;
import org.tongbao.intake.domain.KnownAnchor;
import org.tongbao.intake.domain.LevelOnRecord;

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
                new HashSet<>(Columns.words(Condition.class, row.facts)),
                RowJson.read(row.anchors, ANCHORS),
                obligations.stream().map(ObligationRow::obligation).toList(),
                row.approvedBy,
                row.closingFiledAt));
    }

    private static Filing filing(IncidentRow row) {
        return new Filing(
                Columns.word(FilingChannel.class, row.channel),
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
                RowJson.read(row.because, BECAUSE));
    }

    /** Copies everything mutable into the row. */
    static void keep(Incident incident, IncidentRow row, Instant now) {
        LevelOnRecord level = incident.level();
        row.state = incident.state().name();
        row.level = level.effective().number();
        row.declaredLevel = number(level.declared());
        row.calculatedLevel = number(level.calculated());
        row.reviewedLevel = number(level.reviewed());
        row.because = because(level);
        row.facts = Columns.words(incident.facts());
        row.anchors = anchors(incident);
        row.approvedBy = incident.approvedBy();
        row.closingFiledAt = incident.closingFiledAt();
        row.updatedAt = now;
    }

    static String because(LevelOnRecord level) {
        return RowJson.write(level.because());
    }

    static String anchors(Incident incident) {
        Map<Anchor, KnownAnchor> anchors = new EnumMap<>(Anchor.class);
        anchors.putAll(incident.anchors());
        return RowJson.write(anchors);
    }

    static @Nullable Integer number(@Nullable Level level) {
        return level == null ? null : level.number();
    }

    private static @Nullable Level level(@Nullable Integer number) {
        return number == null ? null : Level.of(number);
    }
}
