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

/** Shows who was notified, by which channel, and what came of it. Who reads of level 3 or 4 is on record. */
@ApplicationScoped
public class ReadNotices {
    private static final int SEVERE = 3;

    private final Transactions transactions;
    private final NoticeQueries queries;
    private final Journal journal;

    ReadNotices(Transactions transactions, NoticeQueries queries, Journal journal) {
        this.transactions = transactions;
        this.queries = queries;
        this.journal = journal;
    }

    /** A notice with all recipients, and the decision that it asks for. */
    public record Detail(
            Summary notice, List<Step> steps, List<Recipient> recipients, Optional<Confirmation> confirmation) {}

    public Uni<List<Summary>> list(Caller caller, Filter question) {
        return transactions.as(caller, () -> queries.list(question));
    }

    public Uni<Optional<Detail>> one(Caller caller, UUID id) {
        return transactions
                .as(caller, () -> queries.find(id).chain(found -> found.map(this::detail)
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))))
                .call(found -> found.isPresent() && found.get().notice().level() >= SEVERE
                        ? note(caller, found.get().notice())
                        : Uni.createFrom().voidItem());
    }

    private Uni<Optional<Detail>> detail(Summary notice) {
        return queries.steps(notice.id())
                .chain(steps -> queries.recipients(notice.id()).chain(recipients -> queries.confirmation(notice.id())
                        .map(confirmation -> Optional.of(new Detail(notice, steps, recipients, confirmation)))));
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
