package org.tongbao.escalation.notice.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.escalation.notice.usecase.NoticeQueries.Confirmation;
import org.tongbao.escalation.notice.usecase.NoticeQueries.Filter;
import org.tongbao.escalation.notice.usecase.NoticeQueries.Recipient;
import org.tongbao.escalation.notice.usecase.NoticeQueries.Step;
import org.tongbao.escalation.notice.usecase.NoticeQueries.Summary;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.journal.Journal;

/** Shows who was told, by which channel, and what came of it. Who reads of level 3 or 4 is on record. */
@ApplicationScoped
public class ReadNotices {
    private static final int SEVERE = 3;

    private final Transactions transactions;
    private final NoticeQueries reading;
    private final Journal journal;

    ReadNotices(Transactions transactions, NoticeQueries reading, Journal journal) {
        this.transactions = transactions;
        this.reading = reading;
        this.journal = journal;
    }

    /** A notice with everybody told, and the decision that it asks for. */
    public record Whole(
            Summary notice, List<Step> steps, List<Recipient> recipients, Optional<Confirmation> confirmation) {}

    public Uni<List<Summary>> list(Caller caller, Filter question) {
        return transactions.as(caller, () -> reading.list(question));
    }

    public Uni<Optional<Whole>> one(Caller caller, UUID id) {
        return transactions
                .as(caller, () -> reading.find(id).chain(found -> found.map(this::whole)
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))))
                .call(found -> found.isPresent() && found.get().notice().level() >= SEVERE
                        ? note(caller, found.get().notice())
                        : Uni.createFrom().voidItem());
    }

    private Uni<Optional<Whole>> whole(Summary notice) {
        return reading.steps(notice.id())
                .chain(steps -> reading.recipients(notice.id()).chain(recipients -> reading.confirmation(notice.id())
                        .map(confirmation -> Optional.of(new Whole(notice, steps, recipients, confirmation)))));
    }

    // As the engine: the reader may not see the agency whose incident it is.
    private Uni<Void> note(Caller caller, Summary notice) {
        return transactions.asEngine(() -> journal.record(
                caller,
                new Journal.Entry(
                        "notice-read",
                        notice.incidentAgency(),
                        notice.incidentId(),
                        notice.clause(),
                        Map.of("noticeId", notice.id()))));
    }
}
