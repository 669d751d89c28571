package org.tongbao.intake.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.intake.incident.domain.Incident;
import org.tongbao.intake.incident.usecase.StoredIncident;
import org.tongbao.intake.report.domain.Filing;
import org.tongbao.platform.http.ETags;
import org.tongbao.platform.time.Times;

/**
 * The representation of an incident.
 *
 * @param version the tag that a supplement names in {@code If-Match}
 * @param anchors the instants that limits count from, each with its source
 * @param report as it was sent, supplements merged in
 */
public record IncidentView(
        UUID id,
        String number,
        String agency,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String title,
        String procedure,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean procedureAssumed,
        boolean exercise,
        String receivedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String enteredAt,
        String channel,
        String reportedBy,
        String updatedAt,
        String version,
        String state,
        LevelView level,
        Map<String, AnchorView> anchors,
        List<ObligationView> obligations,
        JsonNode report) {
    public static IncidentView of(StoredIncident stored, Instant now) {
        Incident incident = stored.incident();
        Filing filing = incident.filing();
        return new IncidentView(
                incident.id(),
                incident.number().value(),
                incident.agency(),
                stored.title(),
                incident.procedure().id(),
                incident.procedureAssumed() ? true : null,
                incident.exercise(),
                Times.text(filing.receivedAt()),
                filing.offline() ? Times.text(filing.enteredAt()) : null,
                filing.channel().key(),
                filing.byName(),
                Times.text(stored.updatedAt()),
                ETags.of(stored.version()),
                incident.state().name(),
                LevelView.of(incident.level()),
                anchors(incident),
                ObligationView.all(incident, now),
                StoredJson.tree(stored.content()));
    }

    /** With its entity tag. */
    public static Response response(StoredIncident stored, Instant now) {
        return Response.ok(of(stored, now))
                .tag(ETags.of(stored.version()).replace("\"", ""))
                .build();
    }

    private static Map<String, AnchorView> anchors(Incident incident) {
        Map<String, AnchorView> anchors = new TreeMap<>();
        incident.anchors()
                .forEach((anchor, it) -> anchors.put(
                        anchor.key(),
                        new AnchorView(Times.text(it.at()), it.source().name())));
        return anchors;
    }

    record AnchorView(String at, String source) {}
}
