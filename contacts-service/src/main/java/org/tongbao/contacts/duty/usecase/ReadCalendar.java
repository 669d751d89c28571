package org.tongbao.contacts.duty.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.duty.domain.DutyAssignment;
import org.tongbao.contacts.duty.domain.DutyPlan;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contacts.people.usecase.Books;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.time.Clock;

/** Duty as a calendar, for whoever knows the secret: a calendar program brings no token. */
@ApplicationScoped
public class ReadCalendar {
    private static final Duration BACK = Duration.ofDays(7);
    private static final Duration AHEAD = Duration.ofDays(180);

    private final Transactions transactions;
    private final CalendarFeeds feeds;
    private final Books books;
    private final DutyCalendar calendar;
    private final Clock clock;

    ReadCalendar(Transactions transactions, CalendarFeeds feeds, Books books, DutyCalendar calendar, Clock clock) {
        this.transactions = transactions;
        this.feeds = feeds;
        this.books = books;
        this.calendar = calendar;
        this.clock = clock;
    }

    public Uni<String> read(FeedSecret secret) {
        return transactions.asEngine(() -> feeds.find(secret.hash())
                .map(found -> found.orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN)))
                .chain(feed -> books.read(feed.agency()).map(book -> calendar(feed, book))));
    }

    // Where nobody is planned everybody is on duty: that is no appointment of anybody's.
    private String calendar(CalendarFeed feed, ContactBook book) {
        Instant now = clock.now();
        List<DutyAssignment> assignments = DutyPlan.between(book, now.minus(BACK), now.plus(AHEAD)).stream()
                .filter(it -> it.by() != DutyAssignment.By.ROLE)
                .filter(feed::shows)
                .toList();
        return calendar.of(book, assignments, now);
    }
}
