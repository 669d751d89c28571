package org.tongbao.contacts.duty.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.contacts.agency.domain.Agency;
import org.tongbao.contacts.agency.usecase.Agencies;
import org.tongbao.contacts.duty.domain.ActingDuty;
import org.tongbao.contacts.duty.domain.ActingDuty.ActingAssignment;
import org.tongbao.contacts.duty.domain.DutyPlan;
import org.tongbao.contacts.people.domain.Contact;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contacts.people.usecase.Books;
import org.tongbao.contacts.usecase.DirectoryNotifications;
import org.tongbao.contacts.usecase.DirectoryNotifications.Recipient;
import org.tongbao.contacts.usecase.Sequentially;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.time.Clock;

/** Tells whoever goes on duty soon, each shift once. Any number of replicas may ask at once. */
@ApplicationScoped
public class NotifyHandOffs {
    private static final int AT_ONCE = 10;

    private final Transactions transactions;
    private final Agencies agencies;
    private final Books books;
    private final DirectoryNotifications notifications;
    private final HandOffPlan plan;
    private final Clock clock;

    NotifyHandOffs(
            Transactions transactions,
            Agencies agencies,
            Books books,
            DirectoryNotifications notifications,
            HandOffPlan plan,
            Clock clock) {
        this.transactions = transactions;
        this.agencies = agencies;
        this.books = books;
        this.notifications = notifications;
        this.plan = plan;
        this.clock = clock;
    }

    /** How many agencies had somebody to notify; a few at a time, since half a country changes shifts at eight o'clock. */
    public Uni<Integer> notifyDue() {
        return transactions.asEngine(() -> books.handOffsDue(AT_ONCE)
                .chain(due -> Sequentially.of(due, this::notify).map(List::size)));
    }

    private Uni<Void> notify(Books.HandOffs due) {
        Instant now = clock.now();
        return agencies.facts(due.agency())
                .chain(agency -> books.read(due.agency()).chain(book -> notify(agency, book, due.notifiedUpTo(), now)));
    }

    private Uni<Void> notify(Optional<Agency> agency, ContactBook book, Instant notifiedUpTo, Instant now) {
        // From the last notified one on: what began earlier is cut there, and seems to begin then.
        Instant from = notifiedUpTo.isBefore(now) ? notifiedUpTo : now;
        List<ActingAssignment> duty = ActingDuty.between(book, from, now.plus(DutyPlan.AHEAD));
        Instant upTo = plan.upTo(now);
        List<ActingAssignment> starting = duty.stream()
                .filter(HandOffPlan::isSomebodys)
                .filter(it -> it.interval().from().isAfter(notifiedUpTo)
                        && !it.interval().from().isAfter(upTo)
                        && it.interval().until().isAfter(now))
                .toList();
        return Sequentially.of(starting, it -> notify(agency.orElseThrow(), book, it))
                .chain(() -> books.handOffsNotified(book.agency(), upTo, plan.next(duty, upTo)));
    }

    private Uni<Void> notify(Agency agency, ContactBook book, ActingAssignment held) {
        UUID acting = held.acting();
        if (acting == null) {
            return Uni.createFrom().voidItem();
        }
        UUID absent = held.insteadOf();
        String insteadOf =
                absent == null ? null : book.contact(absent).map(Contact::name).orElse(null);
        return book.contact(acting)
                .map(it -> notifications.shiftStarting(
                        new Recipient(agency, acting, it), held.role(), held.interval(), insteadOf))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
