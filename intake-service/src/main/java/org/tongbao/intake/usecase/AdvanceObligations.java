package org.tongbao.intake.usecase;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongbao.intake.domain.IncidentChange;
import org.tongbao.intake.domain.IncidentObligation;
import org.tongbao.intake.domain.ObligationState;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.journal.Journal;

/** Warns of limits that draw near and records those that were missed, once each; it costs what is due, not what is open. */
@ApplicationScoped
public class AdvanceObligations {
    private static final int BATCH = 100;

    private final Transactions transactions;
    private final DueObligations obligations;
    private final Announcer announcer;
    private final TimedStory story;
    private final Journal journal;

    AdvanceObligations(
            Transactions transactions,
            DueObligations obligations,
            Announcer announcer,
            TimedStory story,
            Journal journal) {
        this.transactions = transactions;
        this.obligations = obligations;
        this.announcer = announcer;
        this.story = story;
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
                .tick(due.now())
                .map(ticked -> progress(due.with(ticked)))
                .orElseGet(() -> obligations.save(due.with(due.obligation().asleep())));
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
                .chain(() -> story.tell(due, changes))
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
