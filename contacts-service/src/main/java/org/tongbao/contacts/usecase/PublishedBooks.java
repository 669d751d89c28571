package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.people.BookChange;
import org.tongbao.contacts.domain.people.BookTimeline;
import org.tongbao.contacts.domain.people.ContactBook;
import org.tongbao.contacts.domain.people.DutyPlan;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.journal.Journal;

/** Books whose every change is on record and published whole, in the transaction of the change. */
@ApplicationScoped
class PublishedBooks {
    private final Books books;
    private final Announcements announcements;
    private final KeepReadiness readiness;
    private final TellOfDuty tellOfDuty;
    private final HandOffPlan handOffs;
    private final Journal journal;

    PublishedBooks(
            Books books,
            Announcements announcements,
            KeepReadiness readiness,
            TellOfDuty tellOfDuty,
            HandOffPlan handOffs,
            Journal journal) {
        this.books = books;
        this.announcements = announcements;
        this.readiness = readiness;
        this.tellOfDuty = tellOfDuty;
        this.handOffs = handOffs;
        this.journal = journal;
    }

    Uni<ContactBook> open(AgencyCode agency) {
        return books.open(agency);
    }

    /**
     * @param caller null when the time of a change has come, and nobody acts
     */
    Uni<Void> save(@Nullable Caller caller, ContactBook book, BookTimeline.Outcome outcome, Instant now) {
        List<BookChange> changes = outcome.changes();
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return EachInTurn.of(changes, it -> books.save(book.agency(), it))
                .chain(() -> note(caller, entry(book, changes)))
                .chain(() -> publish(book, now))
                .chain(() -> tellOfDuty.changed(outcome.before(), book, now));
    }

    private Uni<Void> note(@Nullable Caller caller, Journal.Entry entry) {
        return caller == null ? journal.record(entry) : journal.record(caller, entry);
    }

    Uni<Void> publish(ContactBook book, Instant now) {
        Instant until = now.plus(DutyPlan.AHEAD);
        SaidBook said = SaidBook.of(book, now, until, handOffs);
        return books.said(book.agency(), said.version(), until, said.nextHandOff())
                .chain(() -> announcements.contacts(said))
                .chain(() -> readiness.keep(List.of(said), now));
    }

    /** One entry for what was done at once: {@code {"contact-filed": [ids], "shift-removed": [ids]}}. */
    private static Journal.Entry entry(ContactBook book, List<BookChange> changes) {
        Map<String, List<String>> done = changes.stream()
                .collect(Collectors.groupingBy(
                        PublishedBooks::action,
                        TreeMap::new,
                        Collectors.mapping(it -> it.id().toString(), Collectors.toList())));
        return new Journal.Entry("people-changed", book.agency().value(), null, null, done);
    }

    private static String action(BookChange change) {
        if (change instanceof BookChange.Filed filed) {
            return kind(filed.item()) + "-filed";
        }
        if (change instanceof BookChange.Replaced replaced) {
            return kind(replaced.item().value()) + "-changed";
        }
        return change instanceof BookChange.Removed removed ? kind(removed.item()) + "-removed" : "";
    }

    static String kind(Object item) {
        return item.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
