package org.tongbao.contacts.people.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.duty.domain.DutyPlan;
import org.tongbao.contacts.duty.usecase.HandOffPlan;
import org.tongbao.contacts.duty.usecase.NotifyOfDuty;
import org.tongbao.contacts.duty.usecase.PublishedBook;
import org.tongbao.contacts.people.domain.BookChange;
import org.tongbao.contacts.people.domain.ChangedBook;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contacts.people.domain.ItemKind;
import org.tongbao.contacts.readiness.usecase.EvaluateReadiness;
import org.tongbao.contacts.usecase.Announcements;
import org.tongbao.contacts.usecase.DirectoryJournal;
import org.tongbao.contacts.usecase.Sequentially;
import org.tongbao.platform.access.BlockingWork;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.journal.Journal;

/** Saves changes of books, publishes their entries, writes the journal and notifies whose duty changed, in one transaction. */
@ApplicationScoped
public class BookRecorder {
    private static final int AT_ONCE = 500;

    private final Books books;
    private final Announcements announcements;
    private final EvaluateReadiness readiness;
    private final NotifyOfDuty notifyOfDuty;
    private final HandOffPlan handOffs;
    private final DirectoryJournal journal;
    private final BlockingWork blockingWork;

    BookRecorder(
            Books books,
            Announcements announcements,
            EvaluateReadiness readiness,
            NotifyOfDuty notifyOfDuty,
            HandOffPlan handOffs,
            DirectoryJournal journal,
            BlockingWork blockingWork) {
        this.books = books;
        this.announcements = announcements;
        this.readiness = readiness;
        this.notifyOfDuty = notifyOfDuty;
        this.handOffs = handOffs;
        this.journal = journal;
        this.blockingWork = blockingWork;
    }

    /**
     * @param caller null when the time of a change has come, and nobody acts
     * @throws Refused when an id belongs to something of another agency, of which the caller may not know
     */
    public Uni<Void> record(@Nullable Caller caller, ChangedBook book, Instant now) {
        return record(caller, List.of(book), now, others -> {
            if (!others.isEmpty()) {
                throw new Refused(Refused.Reason.UNKNOWN);
            }
        });
    }

    /** @param mustBeFree refuses ids that belong to something of another agency */
    public Uni<Void> record(
            @Nullable Caller caller, Collection<ChangedBook> changed, Instant now, Consumer<Set<UUID>> mustBeFree) {
        List<ChangedBook> all =
                changed.stream().filter(it -> !it.changes().isEmpty()).toList();
        return Sequentially.of(Sequentially.parts(all, AT_ONCE), it -> recordPart(caller, it, now, mustBeFree))
                .replaceWithVoid();
    }

    private Uni<Void> recordPart(
            @Nullable Caller caller, List<ChangedBook> part, Instant now, Consumer<Set<UUID>> mustBeFree) {
        return published(part.stream().map(ChangedBook::after).toList(), now)
                .call(() -> books.save(part.stream()
                                .collect(Collectors.toMap(it -> it.after().agency(), ChangedBook::changes)))
                        .invoke(mustBeFree))
                .call(announcements::books)
                .chain(published -> readiness.keep(published, now))
                .chain(() -> notifyOfDuty.changed(
                        part.stream().filter(ChangedBook::notifies).toList(), now))
                .chain(() -> journal.record(
                        caller, part.stream().map(BookRecorder::entry).toList()));
    }

    /** Publishes books again that nobody changed. */
    public Uni<Void> publish(ContactBook book, Instant now) {
        return published(List.of(book), now)
                .call(announcements::books)
                .chain(published -> readiness.keep(published, now));
    }

    private Uni<List<PublishedBook>> published(List<ContactBook> changed, Instant now) {
        Instant until = now.plus(DutyPlan.AHEAD);
        return blockingWork
                .run(() -> changed.stream()
                        .map(it -> PublishedBook.of(it, now, until, handOffs))
                        .toList())
                .call(published -> books.markPublished(published, until));
    }

    /** One entry for what was done at once: {@code {"contact-filed": [ids], "shift-removed": [ids]}}. */
    private static Journal.Entry entry(ChangedBook book) {
        Map<String, List<String>> done = book.changes().stream()
                .collect(Collectors.groupingBy(
                        it -> ItemKind.of(it.item()).key() + verb(it),
                        TreeMap::new,
                        Collectors.mapping(it -> it.id().toString(), Collectors.toList())));
        return DirectoryJournal.entry("people-changed", book.after().agency(), done);
    }

    private static String verb(BookChange change) {
        if (change instanceof BookChange.Filed) {
            return "-filed";
        }
        return change instanceof BookChange.Replaced ? "-changed" : "-removed";
    }
}
