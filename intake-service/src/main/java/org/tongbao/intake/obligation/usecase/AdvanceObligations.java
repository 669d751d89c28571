package org.tongbao.intake.obligation.usecase;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongbao.intake.incident.domain.IncidentChange;
import org.tongbao.intake.incident.usecase.Announcer;
import org.tongbao.intake.obligation.domain.IncidentObligation;
import org.tongbao.intake.obligation.domain.ObligationState;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.journal.Journal;

/** Records warnings and missed limits, once each; the cost depends on what is due, not on what is open. */
@ApplicationScoped
public class AdvanceObligations {
    private static final int BATCH = 100;

    private final Transactions transactions;
    private final DueObligations obligations;
    private final Announcer announcer;
    private final ObligationTimeline timeline;
    private final Journal journal;

    AdvanceObligations(
            Transactions transactions,
            DueObligations obligations,
            Announcer announcer,
            ObligationTimeline timeline,
            Journal journal) {
        this.transactions = transactions;
        this.obligations = obligations;
        this.announcer = announcer;
        this.timeline = timeline;
        this.journal = journal;
    }

    /** Whether there may be more. */
    public Uni<Boolean> advance() {
        return transactions.asEngine(
                () -> obligations.claim(BATCH).call(this::advanceAll).map(claimed -> claimed.size() == BATCH));
    }

    private Uni<Void> advanceAll(List<DueObligations.Due> claimed) {
        return Multi.createFrom()
                .iterable(claimed)
                .onItem()
                .transformToUniAndConcatenate(this::advanceOne)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> advanceOne(DueObligations.Due due) {
        return due.obligation()
                .advance(due.now())
                .map(advanced -> progress(due.with(advanced)))
                .orElseGet(() -> obligations.save(due.with(due.obligation().withoutTimer())));
    }

    private Uni<Void> progress(DueObligations.Due due) {
        IncidentObligation obligation = due.obligation();
        var progress = obligation.state() == ObligationState.OVERDUE
                ? IncidentChange.Progress.OVERDUE
                : IncidentChange.Progress.WARNED;
        List<IncidentChange> changes =
                List.of(new IncidentChange.ObligationProgressed(obligation, progress, due.now()));
        return obligations
                .save(due)
                .chain(() -> announcer.announce(due.incidentId(), due.exercise(), changes))
                .chain(() -> timeline.add(due, changes))
                .chain(() -> journal.record(new Journal.Entry(
                        progress == IncidentChange.Progress.OVERDUE ? "obligation-missed" : "obligation-warned",
                        due.agency(),
                        due.incidentId(),
                        obligation.clause(),
                        detail(obligation))));
    }

    private static Map<String, Object> detail(IncidentObligation obligation) {
        Map<String, Object> detail = new HashMap<>();
        detail.put("key", obligation.key());
        detail.put("dueAt", String.valueOf(obligation.dueAt()));
        detail.put("percent", obligation.warned());
        return detail;
    }
}
