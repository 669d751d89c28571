package org.tongbao.contacts.duty.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.duty.domain.DutyPlan;
import org.tongbao.contacts.people.usecase.BookRecorder;
import org.tongbao.contacts.people.usecase.Books;
import org.tongbao.contacts.usecase.Sequentially;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.time.Clock;

/** Publishes books again whose duty does not reach 34 days ahead any more, because time passed. */
@ApplicationScoped
public class RenewDuty {
    private static final Duration LEAST_AHEAD = DutyPlan.AHEAD.minusDays(1);
    private static final int BATCH = 100;

    private final Transactions transactions;
    private final Books books;
    private final BookRecorder recorder;
    private final Clock clock;

    RenewDuty(Transactions transactions, Books books, BookRecorder recorder, Clock clock) {
        this.transactions = transactions;
        this.books = books;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** How many were published. Any number of replicas may ask at once. */
    public Uni<Integer> renew() {
        return renewBatch()
                .chain(renewed ->
                        renewed < BATCH ? Uni.createFrom().item(renewed) : renew().map(more -> renewed + more));
    }

    private Uni<Integer> renewBatch() {
        Instant now = clock.now();
        return transactions.asEngine(() -> books.publishedUpTo(now.plus(LEAST_AHEAD), BATCH)
                .chain(due -> Sequentially.of(due, it -> renew(it, now)).replaceWith(due.size())));
    }

    private Uni<Void> renew(AgencyCode agency, Instant now) {
        return books.findForUpdate(agency).chain(book -> recorder.publish(book, now));
    }
}
