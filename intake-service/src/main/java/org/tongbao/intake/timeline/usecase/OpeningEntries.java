package org.tongbao.intake.timeline.usecase;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.MetBy;
import org.tongbao.intake.affected.usecase.AffectedAgencies;
import org.tongbao.intake.incident.domain.Incident;
import org.tongbao.intake.report.domain.Filing;
import org.tongbao.intake.timeline.domain.TimelineEntry;
import org.tongbao.intake.timeline.domain.TimelineEntryKind;

/** The first entries of a timeline, derived from the incident itself, so that the report statement need not write them. */
final class OpeningEntries {
    private OpeningEntries() {}

    static List<TimelineEntry> before(
            Incident incident, List<AffectedAgencies.Named> affected, List<TimelineEntry> later) {
        Stream<TimelineEntry> named = affected.stream()
                .filter(it -> it.namedAt().equals(incident.filing().enteredAt()))
                .map(it -> entry(
                        incident,
                        TimelineEntryKind.AFFECTED_NAMED,
                        MetBy.LATERAL_NOTICES_MET,
                        it.why(),
                        Map.of("affected", it.agency())));
        String level = String.valueOf(incident.level().first().number());
        TimelineEntry reported = entry(
                incident,
                TimelineEntryKind.REPORTED,
                MetBy.REPORT_FILED,
                incident.filing().reason(),
                Map.of("level", level, "number", incident.number().value()));
        return Stream.concat(Stream.concat(Stream.of(reported), named), later.stream())
                .toList();
    }

    private static TimelineEntry entry(
            Incident incident,
            TimelineEntryKind kind,
            MetBy obligation,
            @Nullable String why,
            Map<String, String> values) {
        Filing filing = incident.filing();
        return new TimelineEntry(
                incident.id(),
                incident.id(),
                incident.agency(),
                filing.receivedAt(),
                kind,
                filing.byName(),
                filing.byAgency(),
                filing.channel().key(),
                incident.clauseOf(obligation),
                why,
                values);
    }
}
