package org.tongbao.escalation.stage;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tongbao.contracts.event.IncidentReported;
import org.tongbao.contracts.event.IncidentReported.Affected;
import org.tongbao.contracts.procedure.yaml.ProcedureFiles;

/** What intake would say. */
public final class Incidents {
    public static final String NUMBER = "2026-7F3K-9Q2C";
    private static final String PROCEDURE = "s2-taipei-113";
    public static final String HASH =
            ProcedureFiles.shipped().byId(PROCEDURE).orElseThrow().hash();

    private Incidents() {}

    public static IncidentReported reported(UUID incident, int level, String... affected) {
        return marked(incident, level, "AMBER+STRICT", HASH, affected);
    }

    public static IncidentReported marked(UUID incident, int level, String tlp, String hash, String... affected) {
        return reported(Directory.OFFICE, incident, level, tlp, hash, affected);
    }

    public static IncidentReported reportedBy(String agency, UUID incident, int level) {
        return reported(agency, incident, level, "AMBER+STRICT", HASH);
    }

    private static IncidentReported reported(
            String agency, UUID incident, int level, String tlp, String hash, String... affected) {
        Instant received = now();
        Instant aware = received.minus(Duration.ofMinutes(26));
        List<Affected> agencies =
                Stream.of(affected).map(it -> new Affected(it, "shared vendor")).toList();
        return new IncidentReported(
                incident,
                NUMBER,
                agency,
                PROCEDURE,
                hash,
                level,
                level,
                level,
                tlp,
                new IncidentReported.Anchors(null, null, null, aware, received, received),
                agencies,
                false,
                false,
                false,
                "reporter-of-edu",
                "ciso-of-edu");
    }

    /** One more than are told at once, this one among them. */
    public static String[] many(String agency) {
        return Stream.concat(Stream.of(agency), IntStream.rangeClosed(1, 20).mapToObj("TPE-SCH-%02d"::formatted))
                .toArray(String[]::new);
    }

    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
