package org.tongbao.intake.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Ids;
import org.tongbao.intake.domain.Happening;
import org.tongbao.intake.domain.HappeningKind;
import org.tongbao.intake.domain.Incident;
import org.tongbao.intake.domain.IncidentChange;
import org.tongbao.intake.domain.ResponseAct;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;

/** 應變: an agency records what it did, and what that meets. */
@ApplicationScoped
public class RespondToIncident {
    private final Transactions transactions;
    private final Incidents incidents;
    private final CaseKeeper keeper;
    private final ResponseLog log;

    RespondToIncident(Transactions transactions, Incidents incidents, CaseKeeper keeper, ResponseLog log) {
        this.transactions = transactions;
        this.incidents = incidents;
        this.keeper = keeper;
        this.log = log;
    }

    /**
     * @param content the body as it was sent, kept with the case
     * @param why in the reporter's words, for the timeline
     */
    public record Command(
            ResponseAct act, String content, @Nullable String why, Instant now) {}

    /** What was recorded, and the case after it. */
    public record Recorded(UUID id, Instant at, Incident incident) {}

    public Uni<Recorded> respond(Caller caller, UUID id, Command command) {
        return transactions.as(
                caller, () -> incidents.hold(caller, id).chain(file -> respond(caller, file.incident(), command)));
    }

    private Uni<Recorded> respond(Caller caller, Incident incident, Command command) {
        Permission.toChange(caller, incident);
        List<IncidentChange> changes = command.act().applyTo(incident, command.now());
        Happening happening = happening(caller, incident, command, clauseOf(changes));
        return log.add(caller, incident, command)
                .call(() -> keeper.keep(incident, List.of(happening), changes, command.now()))
                .map(recorded -> new Recorded(recorded, command.now(), incident));
    }

    private static Happening happening(Caller caller, Incident incident, Command command, @Nullable String clause) {
        var sentence = command.act().kind().sentence();
        return new Happening(
                Ids.next(),
                incident.id(),
                incident.agency(),
                command.now(),
                HappeningKind.RESPONDED,
                caller.name(),
                caller.agency(),
                "portal",
                clause,
                command.why(),
                Map.of("did", sentence.chinese(), "didEnglish", sentence.english()));
    }

    private static @Nullable String clauseOf(List<IncidentChange> changes) {
        return changes.stream()
                .filter(IncidentChange.ObligationProgressed.class::isInstance)
                .map(it ->
                        ((IncidentChange.ObligationProgressed) it).obligation().clause())
                .findFirst()
                .orElse(null);
    }
}
