package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.tongbao.contacts.domain.Fault;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.agency.AgencyChange;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.agency.Registry;
import org.tongbao.contacts.domain.people.BookImport;
import org.tongbao.contacts.domain.people.ContactBook;
import org.tongbao.contacts.domain.people.DutyPlan;
import org.tongbao.platform.access.BlockingWork;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.journal.Journal;

/** Stores many agencies and books, each on record and published whole, by statements for many rows. */
@ApplicationScoped
class PublishedDirectory {
    private static final int AT_ONCE = 500;

    private final Agencies agencies;
    private final Books books;
    private final Directory directory;
    private final Announcements announcements;
    private final KeepReadiness readiness;
    private final TellOfDuty tellOfDuty;
    private final HandOffPlan handOffs;
    private final Journal journal;
    private final BlockingWork blockingWork;

    PublishedDirectory(
            Agencies agencies,
            Books books,
            Directory directory,
            Announcements announcements,
            KeepReadiness readiness,
            TellOfDuty tellOfDuty,
            HandOffPlan handOffs,
            Journal journal,
            BlockingWork blockingWork) {
        this.agencies = agencies;
        this.books = books;
        this.directory = directory;
        this.announcements = announcements;
        this.readiness = readiness;
        this.tellOfDuty = tellOfDuty;
        this.handOffs = handOffs;
        this.journal = journal;
        this.blockingWork = blockingWork;
    }

    /** Level by level of the tree: an agency is within its creator's scope once the one above it is announced. */
    Uni<Void> save(Caller caller, Registry.Outcome outcome) {
        if (outcome.changes().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Collection<List<AgencyChange>> levels = outcome.changes().stream()
                .collect(Collectors.groupingBy(it -> it.path().size(), TreeMap::new, Collectors.toList()))
                .values();
        List<PlacedAgency> placed = new ArrayList<>();
        return agencies.treeVersion(outcome.treeChanged())
                .chain(version -> EachInTurn.of(
                        levels.stream().flatMap(it -> parts(it).stream()).toList(), it -> directory
                                .save(it, version)
                                .call(announcements::agencies)
                                .invoke(placed::addAll)
                                .chain(() -> journal.recordAll(caller, entries(it, version)))))
                .chain(() -> EachInTurn.of(
                        parts(placed.stream().map(PlacedAgency::agency).toList()), directory::relate))
                .chain(() -> books.renewSoon(PublishedAgencies.judgedAnew(outcome)));
    }

    private static List<Journal.Entry> entries(List<AgencyChange> changes, long treeVersion) {
        return changes.stream()
                .map(it -> new Journal.Entry(
                        action(it),
                        it.code().value(),
                        null,
                        null,
                        Map.of("path", it.path().toString(), "treeVersion", treeVersion)))
                .toList();
    }

    private static String action(AgencyChange change) {
        if (change instanceof AgencyChange.Created) {
            return "agency-created";
        }
        return change instanceof AgencyChange.Changed ? "agency-changed" : "agency-moved";
    }

    Uni<Void> save(Caller caller, Collection<BookImport> books, Instant now) {
        List<BookImport> changed =
                books.stream().filter(it -> !it.changes().isEmpty()).toList();
        return EachInTurn.of(parts(changed), it -> savePart(caller, it, now)).replaceWithVoid();
    }

    private Uni<Void> savePart(Caller caller, List<BookImport> part, Instant now) {
        List<ContactBook> books = part.stream().map(BookImport::book).toList();
        Instant until = now.plus(DutyPlan.AHEAD);
        Map<AgencyCode, List<BookImport.Taken>> changes = new LinkedHashMap<>();
        part.forEach(it -> changes.put(it.book().agency(), it.changes()));
        return blockingWork
                .run(() -> books.stream()
                        .map(it -> SaidBook.of(it, now, until, handOffs))
                        .toList())
                .call(said -> directory.said(said, until))
                .call(() -> directory.file(changes).invoke(taken -> refuse(taken, part)))
                .call(announcements::books)
                .chain(said -> readiness.keep(said, now))
                .chain(() -> tellOfDuty.changed(changedBooks(part), now))
                .chain(() -> journal.recordAll(
                        caller, part.stream().map(PublishedDirectory::entry).toList()));
    }

    // Of a book that is filed for the first time, people hear before their shifts start, not of all that is new.
    private static List<TellOfDuty.Change> changedBooks(List<BookImport> part) {
        return part.stream()
                .filter(it -> it.book().version() > 0)
                .map(it -> new TellOfDuty.Change(it.before(), it.book()))
                .toList();
    }

    // The id belongs to something of another agency, of which the caller may not know.
    private static void refuse(Set<UUID> taken, List<BookImport> part) {
        Refused.whenAny(part.stream()
                .flatMap(it -> it.changes().stream())
                .filter(it -> taken.contains(it.id()))
                .map(it -> Fault.at(it.place() + "/id", Fault.Reason.WRONG_ID))
                .toList());
    }

    private static Journal.Entry entry(BookImport book) {
        Map<String, List<String>> done = book.changes().stream()
                .collect(Collectors.groupingBy(
                        PublishedDirectory::action,
                        TreeMap::new,
                        Collectors.mapping(it -> it.id().toString(), Collectors.toList())));
        return new Journal.Entry("people-changed", book.book().agency().value(), null, null, done);
    }

    private static String action(BookImport.Taken taken) {
        String kind = PublishedBooks.kind(taken.after().value());
        return kind + (taken.before() == null ? "-filed" : "-changed");
    }

    private static <T> List<List<T>> parts(List<T> all) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            parts.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
        return parts;
    }
}
