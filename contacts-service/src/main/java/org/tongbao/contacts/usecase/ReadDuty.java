package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Reach;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.people.BookCourse;
import org.tongbao.contacts.domain.roster.Span;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;

/**
 * Reads what an agency's duty over a while is worked out of, for whoever may read its people. The past is as it was then, and what
 * is filed for later counts from its time on. From now on, while nothing of that is pending, the book of today says it all.
 */
@ApplicationScoped
public class ReadDuty {
    private final Transactions transactions;
    private final DutyBooks books;
    private final Agencies agencies;
    private final BookHistory history;

    ReadDuty(Transactions transactions, DutyBooks books, Agencies agencies, BookHistory history) {
        this.transactions = transactions;
        this.books = books;
        this.agencies = agencies;
        this.history = history;
    }

    /**
     * @param now when it is asked
     * @param knownAt as it was known then; null as it is known now
     */
    public Uni<BookCourse> read(Caller caller, AgencyCode agency, Span span, Instant now, @Nullable Instant knownAt) {
        AgencyCode by = Agencies.of(caller);
        boolean isOfToday = knownAt == null && !span.from().isBefore(now);
        return transactions.as(
                caller,
                () -> isOfToday
                        ? today(by, agency, span, now)
                        : asOf(by, agency, span, knownAt == null ? now : knownAt));
    }

    private Uni<BookCourse> today(AgencyCode by, AgencyCode agency, Span span, Instant now) {
        return books.read(by, agency, span.from(), span.until())
                .invoke(found -> mustRead(found.reach()))
                .chain(found -> found.changesMeanwhile()
                        ? history.course(agency, span, now)
                        : Uni.createFrom().item(BookCourse.of(found.book(), span)));
    }

    // Who may read it is a matter of now.
    private Uni<BookCourse> asOf(AgencyCode by, AgencyCode agency, Span span, Instant knownAt) {
        return agencies.reach(by, agency).invoke(ReadDuty::mustRead).chain(() -> history.course(agency, span, knownAt));
    }

    private static void mustRead(Reach reach) {
        if (!reach.mayRead()) {
            throw new Refused(Refused.Reason.UNKNOWN);
        }
    }
}
