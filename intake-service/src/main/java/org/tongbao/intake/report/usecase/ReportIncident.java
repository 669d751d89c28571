package org.tongbao.intake.report.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Ids;
import org.tongbao.intake.incident.domain.Incident;
import org.tongbao.intake.incident.domain.IncidentNumber;
import org.tongbao.intake.report.domain.Filing;
import org.tongbao.intake.report.domain.FilingChannel;
import org.tongbao.intake.report.domain.Report;
import org.tongbao.intake.report.domain.ReportingAgency;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.FaultPoint;
import org.tongbao.platform.access.Group;
import org.tongbao.platform.time.Times;

/**
 * 通報: an agency reports an incident. The number is known only after everything is committed in one transaction; nothing
 * but the database is needed for it.
 */
@ApplicationScoped
public class ReportIncident {
    private static final int DRAWS = 5;
    private static final RandomGenerator RANDOM = new SecureRandom();

    private final ReportRecorder recorder;
    private final ReportingAgencies agencies;
    private final FaultPoint faults;

    ReportIncident(ReportRecorder recorder, ReportingAgencies agencies, FaultPoint faults) {
        this.recorder = recorder;
        this.agencies = agencies;
        this.faults = faults;
    }

    /**
     * @param agency whose incident it is, when the duty desk enters it for another one
     * @param content the report as it was sent
     * @param answer renders the opened incident as the answer
     * @param now when it arrived
     * @param calledAt when the call was taken, with phone and fax
     */
    public record Command(
            IdempotencyKey key,
            Report report,
            String content,
            @Nullable String agency,
            FilingChannel channel,
            Instant now,
            @Nullable Instant calledAt,
            @Nullable String reason,
            Function<Incident, String> answer) {}

    /** The answer; empty when the key was used before, then the answer of that time holds. */
    public Uni<Optional<String>> report(Caller caller, Command command) {
        String agency = command.agency() == null ? caller.agency() : command.agency();
        return agencies.scope(caller, agency)
                .chain(scope -> scope.run(() -> enter(caller, command, agency)))
                .onFailure(ReportRecorder.NumberTaken.class)
                .retry()
                .atMost(DRAWS)
                .call(() -> faults.reach("report-after-commit"));
    }

    private Uni<Optional<String>> enter(Caller caller, Command command, String agency) {
        return agencies.requireAffected(agency, command.report().affected())
                .chain(() -> agencies.find(agency))
                .chain(reporting -> {
                    Incident incident = open(caller, command, reporting);
                    String answer = command.answer().apply(incident);
                    var filed = new ReportRecorder.NewReport(
                            command.key(),
                            incident,
                            command.report(),
                            command.content(),
                            reporting.opensTo(),
                            ReportedEvent.of(incident, command.report()),
                            answer);
                    return recorder.record(caller, filed).map(fresh -> fresh ? Optional.of(answer) : Optional.empty());
                });
    }

    private static Incident open(Caller caller, Command command, ReportingAgency reporting) {
        Instant received = command.calledAt() == null ? command.now() : command.calledAt();
        Filing filing = new Filing(
                command.channel(),
                received,
                command.now(),
                caller.subject(),
                caller.name(),
                caller.agency(),
                command.reason());
        int year = command.now().atZone(Times.TAIPEI).getYear();
        String approver = command.report().approval() && caller.is(Group.APPROVER) ? caller.subject() : null;
        return Incident.open(
                Ids.next(), IncidentNumber.draw(year, RANDOM), reporting, command.report(), filing, approver);
    }
}
