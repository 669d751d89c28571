package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.contacts.domain.agency.Agency;
import org.tongbao.contacts.domain.people.ActingDuty;
import org.tongbao.contacts.domain.people.ActingDuty.Held;
import org.tongbao.contacts.domain.people.Contact;
import org.tongbao.contacts.domain.people.ContactBook;
import org.tongbao.contacts.domain.people.DutyPlan;
import org.tongbao.contacts.usecase.DirectoryMessages.Recipient;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.time.Clock;

/** Tells whoever goes on duty soon, each shift once. Any number of replicas may ask at once. */
@ApplicationScoped
public class TellHandOffs {
    private static final int AT_ONCE = 10;

    private final Transactions transactions;
    private final Agencies agencies;
    private final Books books;
    private final DirectoryMessages messages;
    private final HandOffPlan plan;
    private final Clock clock;

    TellHandOffs(
            Transactions transactions,
            Agencies agencies,
            Books books,
            DirectoryMessages messages,
            HandOffPlan plan,
            Clock clock) {
        this.transactions = transactions;
        this.agencies = agencies;
        this.books = books;
        this.messages = messages;
        this.plan = plan;
        this.clock = clock;
    }

    /** How many agencies had somebody to be told; a few at a time, since half a country changes shifts at eight o'clock. */
    public Uni<Integer> tell() {
        return transactions.asEngine(() -> books.handOffsDue(AT_ONCE)
                .chain(due -> EachInTurn.of(due, this::tell).map(List::size)));
    }

    private Uni<Void> tell(Books.HandOffs due) {
        Instant now = clock.now();
        return agencies.facts(due.agency())
                .chain(agency -> books.read(due.agency()).chain(book -> tell(agency, book, due.toldUpTo(), now)));
    }

    private Uni<Void> tell(Optional<Agency> agency, ContactBook book, Instant toldUpTo, Instant now) {
        // From the last one told on: what began earlier is cut there, and seems to begin then.
        Instant from = toldUpTo.isBefore(now) ? toldUpTo : now;
        List<Held> duty = ActingDuty.between(book, from, now.plus(DutyPlan.AHEAD));
        Instant upTo = plan.upTo(now);
        List<Held> starting = duty.stream()
                .filter(HandOffPlan::isSomebodys)
                .filter(it -> it.span().from().isAfter(toldUpTo)
                        && !it.span().from().isAfter(upTo)
                        && it.span().until().isAfter(now))
                .toList();
        return EachInTurn.of(starting, it -> tell(agency.orElseThrow(), book, it))
                .chain(() -> books.handOffsTold(book.agency(), upTo, plan.next(duty, upTo)));
    }

    private Uni<Void> tell(Agency agency, ContactBook book, Held held) {
        UUID acting = held.acting();
        if (acting == null) {
            return Uni.createFrom().voidItem();
        }
        UUID absent = held.insteadOf();
        String insteadOf =
                absent == null ? null : book.contact(absent).map(Contact::name).orElse(null);
        return book.contact(acting)
                .map(it ->
                        messages.shiftStarting(new Recipient(agency, acting, it), held.role(), held.span(), insteadOf))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
