package org.tongbao.contacts.usecase;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.people.ActingDuty;
import org.tongbao.contacts.domain.people.ContactBook;
import org.tongbao.contacts.domain.people.DutyPlan;
import org.tongbao.contacts.domain.people.DutyAssignment;

/**
 * A book as its next entry tells it.
 *
 * @param acting the same duty as it is really done
 * @param nextHandOff when somebody must be told that he goes on duty, null while nobody is known to
 */
public record PublishedBook(
        ContactBook book,
        long version,
        List<DutyAssignment> duty,
        List<ActingDuty.ActingAssignment> acting,
        @Nullable Instant nextHandOff) {
    static PublishedBook of(ContactBook book, Instant now, Instant until, HandOffPlan handOffs) {
        List<DutyAssignment> duty = DutyPlan.between(book, now, until);
        List<ActingDuty.ActingAssignment> acting = ActingDuty.of(book, duty);
        return new PublishedBook(book.since(now), book.version() + 1, duty, acting, handOffs.next(acting, now));
    }
}
