package org.tongbao.contacts.people.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.tongbao.contacts.agency.usecase.Agencies;
import org.tongbao.contacts.people.domain.AttestationSchedule;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contacts.readiness.usecase.EvaluateReadiness;
import org.tongbao.contacts.usecase.DirectoryNotifications;
import org.tongbao.contacts.usecase.DirectoryNotifications.Recipient;
import org.tongbao.contacts.usecase.Sequentially;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.time.Clock;

/** Reminds contacts whose entry must be confirmed again, and lets readiness fall where it was not. */
@ApplicationScoped
public class RemindToAttest {
    private static final int BATCH = 100;

    private final Transactions transactions;
    private final Agencies agencies;
    private final Books books;
    private final Attestations attestations;
    private final EvaluateReadiness readiness;
    private final DirectoryNotifications notifications;
    private final Clock clock;

    RemindToAttest(
            Transactions transactions,
            Agencies agencies,
            Books books,
            Attestations attestations,
            EvaluateReadiness readiness,
            DirectoryNotifications notifications,
            Clock clock) {
        this.transactions = transactions;
        this.agencies = agencies;
        this.books = books;
        this.attestations = attestations;
        this.readiness = readiness;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** How many were reminded. Any number of replicas may ask at once. */
    public Uni<Integer> remind() {
        return transactions
                .asEngine(() -> attestations.takeDue(BATCH).chain(due -> Sequentially.of(due, this::remind)
                        .map(List::size)))
                .chain(reminded ->
                        reminded < BATCH ? Uni.createFrom().item(reminded) : remind().map(more -> reminded + more));
    }

    private Uni<Void> remind(Attestations.Attested due) {
        Instant now = clock.now();
        return attestations
                .remindAt(due.contact(), AttestationSchedule.reminderAfter(due.until(), now))
                .chain(() -> books.read(due.agency()))
                .call(book -> notify(due, book))
                .chain(book -> due.overdue()
                        ? readiness.keep(book, now)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> notify(Attestations.Attested due, ContactBook book) {
        return agencies.facts(due.agency())
                .chain(agency -> notifications.attestationDue(
                        new Recipient(
                                agency.orElseThrow(),
                                due.contact(),
                                book.contact(due.contact()).orElseThrow()),
                        due.until()));
    }
}
