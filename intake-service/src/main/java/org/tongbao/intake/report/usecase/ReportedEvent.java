package org.tongbao.intake.report.usecase;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.event.IncidentReported;
import org.tongbao.contracts.procedure.Anchor;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.intake.incident.domain.Incident;
import org.tongbao.intake.incident.domain.KnownAnchor;
import org.tongbao.intake.level.domain.LevelOnRecord;
import org.tongbao.intake.report.domain.Report;

/** The announcement of a report: no content of it. */
final class ReportedEvent {
    private ReportedEvent() {}

    static IncidentReported of(Incident incident, Report report) {
        LevelOnRecord level = incident.level();
        return new IncidentReported(
                incident.id(),
                incident.number().value(),
                incident.agency(),
                incident.procedure().id(),
                incident.procedure().hash(),
                level.effective().number(),
                number(level.declared()),
                number(level.calculated()),
                report.tlp(),
                anchors(incident),
                report.affected().stream()
                        .map(it -> new IncidentReported.Affected(it.agency(), it.why()))
                        .toList(),
                report.personalData(),
                report.stateSecret(),
                report.supportNeeded(),
                incident.filing().by(),
                incident.approvedBy());
    }

    private static IncidentReported.Anchors anchors(Incident incident) {
        Map<Anchor, KnownAnchor> given = incident.anchors();
        var aware = incident.anchor(Anchor.AWARE);
        Instant received = incident.filing().receivedAt();
        return new IncidentReported.Anchors(
                at(given.get(Anchor.OCCURRED)),
                at(given.get(Anchor.DISCOVERED)),
                at(given.get(Anchor.CONFIRMED)),
                aware == null ? received : aware.at(),
                received,
                received);
    }

    private static @Nullable Instant at(@Nullable KnownAnchor anchor) {
        return anchor == null ? null : anchor.at();
    }

    private static @Nullable Integer number(@Nullable Level level) {
        return level == null ? null : level.number();
    }
}
