package org.tongbao.review.stage;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.tongbao.contracts.event.ClosingFiled;
import org.tongbao.contracts.event.IncidentLevelChanged;
import org.tongbao.contracts.event.IncidentReported;
import org.tongbao.contracts.procedure.yaml.ProcedureFiles;

/** What intake would say. */
public final class Incidents {
    public static final String PROCEDURE = "s2-taipei-113";
    public static final String REPORTER = "reporter-of-edu";
    public static final String APPROVER = "ciso-of-edu";
    private static final String HASH =
            ProcedureFiles.shipped().byId(PROCEDURE).orElseThrow().hash();

    private Incidents() {}

    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    public static IncidentReported reported(UUID incident, int level, Instant received) {
        return reported(incident, Directory.OFFICE, level, received, HASH);
    }

    public static IncidentReported reported(UUID incident, String agency, int level, Instant received) {
        return reported(incident, agency, level, received, HASH);
    }

    public static IncidentReported reported(UUID incident, String agency, int level, Instant received, String hash) {
        Instant aware = received.minus(Duration.ofMinutes(26));
        return new IncidentReported(
                incident,
                "2026-7F3K-9Q2C",
                agency,
                PROCEDURE,
                hash,
                level,
                level,
                level,
                "AMBER+STRICT",
                new IncidentReported.Anchors(null, null, null, aware, received, received),
                List.of(),
                false,
                false,
                true,
                REPORTER,
                APPROVER);
    }

    public static IncidentLevelChanged levelChanged(UUID incident, int from, int to, String reason, Instant at) {
        return new IncidentLevelChanged(incident, from, to, reason, Directory.OFFICE, at, List.of());
    }

    public static ClosingFiled closingFiled(UUID incident) {
        return new ClosingFiled(incident, "filer-of-edu", now());
    }
}
