package org.tongbao.intake.usecase;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.MetBy;
import org.tongbao.intake.domain.Filing;
import org.tongbao.intake.domain.Happening;
import org.tongbao.intake.domain.HappeningKind;
import org.tongbao.intake.domain.Incident;
import org.tongbao.intake.domain.IncidentObligation;

/** The first lines of a timeline, told from the case itself, so that taking a report need not write them. */
final class OpeningStory {
    private OpeningStory() {}

    static List<Happening> before(Incident incident, List<AffectedAgencies.Named> affected, List<Happening> later) {
        Stream<Happening> named = affected.stream()
                .filter(it -> it.namedAt().equals(incident.filing().enteredAt()))
                .map(it -> happening(
                        incident,
                        HappeningKind.AFFECTED_NAMED,
                        MetBy.LATERAL_NOTICES_MET,
                        it.why(),
                        Map.of("affected", it.agency())));
        String level = String.valueOf(incident.level().first().number());
        Happening reported = happening(
                incident,
                HappeningKind.REPORTED,
                MetBy.REPORT_FILED,
                incident.filing().reason(),
                Map.of("level", level, "number", incident.number().value()));
        return Stream.concat(Stream.concat(Stream.of(reported), named), later.stream())
                .toList();
    }

    private static Happening happening(
            Incident incident, HappeningKind kind, MetBy obligation, @Nullable String why, Map<String, String> words) {
        Filing filing = incident.filing();
        String clause = incident.obligations().stream()
                .filter(it -> it.metBy() == obligation)
                .map(IncidentObligation::clause)
                .findFirst()
                .orElse(null);
        return new Happening(
                incident.id(),
                incident.id(),
                incident.agency(),
                filing.receivedAt(),
                kind,
                filing.byName(),
                filing.byAgency(),
                filing.channel().key(),
                clause,
                why,
                words);
    }
}
