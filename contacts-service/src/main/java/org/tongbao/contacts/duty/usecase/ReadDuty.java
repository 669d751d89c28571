package org.tongbao.contacts.duty.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.usecase.Agencies;
import org.tongbao.contacts.domain.AgencyAccess;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.duty.domain.Interval;
import org.tongbao.contacts.ledger.usecase.BookHistory;
import org.tongbao.contacts.people.domain.BookVersions;
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
    public Uni<BookVersions> read(
            Caller caller, AgencyCode agency, Interval interval, Instant now, @Nullable Instant knownAt) {
        AgencyCode by = Agencies.of(caller);
        boolean isOfToday = knownAt == null && !interval.from().isBefore(now);
        return transactions.as(
                caller,
                () -> isOfToday
                        ? today(by, agency, interval, now)
                        : asOf(by, agency, interval, knownAt == null ? now : knownAt));
    }

    private Uni<BookVersions> today(AgencyCode by, AgencyCode agency, Interval interval, Instant now) {
        return books.read(by, agency, interval.from(), interval.until())
                .invoke(found -> mustRead(found.access()))
                .chain(found -> found.changesMeanwhile()
                        ? history.course(agency, interval, now)
                        : Uni.createFrom().item(BookVersions.of(found.book(), interval)));
    }

    // Who may read it is a matter of now.
    private Uni<BookVersions> asOf(AgencyCode by, AgencyCode agency, Interval interval, Instant knownAt) {
        return agencies.access(by, agency)
                .invoke(ReadDuty::mustRead)
                .chain(() -> history.course(agency, interval, knownAt));
    }

    private static void mustRead(AgencyAccess access) {
        if (!access.mayRead()) {
            throw new Refused(Refused.Reason.UNKNOWN);
        }
    }
}
