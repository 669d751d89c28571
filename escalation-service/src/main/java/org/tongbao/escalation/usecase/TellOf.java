package org.tongbao.escalation.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.tongbao.contracts.procedure.Occasion;
import org.tongbao.contracts.procedure.Relation;
import org.tongbao.escalation.domain.Incident;

/** Something happened in an incident that is known: whoever the procedure names is told. */
@ApplicationScoped
public class TellOf {
    private static final String LATERAL_NOTICE = "lateral-notice";

    private final Incidents incidents;
    private final OpenNotices openNotices;

    TellOf(Incidents incidents, OpenNotices openNotices) {
        this.incidents = incidents;
        this.openNotices = openNotices;
    }

    /**
     * Within the transaction of the event.
     *
     * @throws NotReadyYet {@code unknown-incident}
     */
    public Uni<Void> tell(UUID incidentId, Occasion occasion, Circumstances circumstances) {
        return incidents
                .find(incidentId)
                .map(it -> it.orElseThrow(() -> new NotReadyYet("unknown-incident")))
                .chain(incident ->
                        openNotices.open(incident, List.of(new On(occasion, withReplyTime(incident, circumstances)))));
    }

    /** An affected agency is told until when its reply is waited for. */
    private static Circumstances withReplyTime(Incident incident, Circumstances circumstances) {
        return circumstances.agencies().containsKey(Relation.AFFECTED)
                ? circumstances.due(incident.dueTimes().get(LATERAL_NOTICE))
                : circumstances;
    }
}
