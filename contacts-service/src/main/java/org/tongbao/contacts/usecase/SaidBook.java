package org.tongbao.contacts.usecase;

import java.time.Instant;
import java.util.List;
import org.tongbao.contacts.domain.people.ContactBook;
import org.tongbao.contacts.domain.people.DutyPlan;
import org.tongbao.contacts.domain.people.Turn;

/** A book as its next entry tells it. */
public record SaidBook(ContactBook book, long version, List<Turn> duty) {
    static SaidBook of(ContactBook book, Instant now, Instant until) {
        return new SaidBook(book.since(now), book.version() + 1, DutyPlan.between(book, now, until));
    }
}
