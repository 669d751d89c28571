package org.tongbao.contacts.duty.usecase;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.duty.domain.ActingDuty;
import org.tongbao.contacts.duty.domain.DutyAssignment;
import org.tongbao.contacts.duty.domain.DutyPlan;
import org.tongbao.contacts.people.domain.ContactBook;

/**
 * A book as its next entry publishes it.
 *
 * @param acting the same duty as it is really done
 * @param nextHandOff when somebody must be notified of a hand-off, null while nobody is known to
 */
public record PublishedBook(
        ContactBook book,
        long version,
        List<DutyAssignment> duty,
        List<ActingDuty.ActingAssignment> acting,
        @Nullable Instant nextHandOff) {
    public static PublishedBook of(ContactBook book, Instant now, Instant until, HandOffPlan handOffs) {
        List<DutyAssignment> duty = DutyPlan.between(book, now, until);
        List<ActingDuty.ActingAssignment> acting = ActingDuty.of(book, duty);
        return new PublishedBook(book.since(now), book.version() + 1, duty, acting, handOffs.next(acting, now));
    }
}
