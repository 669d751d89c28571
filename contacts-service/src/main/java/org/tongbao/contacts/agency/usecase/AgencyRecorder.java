package org.tongbao.contacts.agency.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.AgencyChange;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.domain.Registry;
import org.tongbao.contacts.people.usecase.Books;
import org.tongbao.contacts.usecase.Announcements;
import org.tongbao.contacts.usecase.DirectoryJournal;
import org.tongbao.contacts.usecase.Sequentially;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.journal.Journal;

/** Saves changes of agencies, publishes their entries and writes the journal, in the transaction of the change. */
@ApplicationScoped
public class AgencyRecorder {
    private static final int AT_ONCE = 500;

    private final Agencies agencies;
    private final Books books;
    private final Announcements announcements;
    private final DirectoryJournal journal;

    AgencyRecorder(Agencies agencies, Books books, Announcements announcements, DirectoryJournal journal) {
        this.agencies = agencies;
        this.books = books;
        this.announcements = announcements;
        this.journal = journal;
    }

    /**
     * Level by level of the tree: an agency is within its creator's scope once the one above it is announced.
     *
     * @param caller null when the time of a change has come, and nobody acts
     */
    public Uni<Void> record(@Nullable Caller caller, Registry.Outcome outcome) {
        if (outcome.changes().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<List<AgencyChange>> parts = outcome.changes().stream()
                .collect(Collectors.groupingBy(it -> it.path().size(), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(it -> Sequentially.parts(it, AT_ONCE).stream())
                .toList();
        List<AgencyInTree> placed = new ArrayList<>();
        return agencies.treeVersion(outcome.treeChanged())
                .chain(version -> Sequentially.of(parts, it -> agencies.save(it, version)
                        .call(announcements::agencies)
                        .invoke(placed::addAll)
                        .chain(() -> journal.record(caller, entries(it, version)))))
                .chain(() -> Sequentially.of(
                        Sequentially.parts(
                                placed.stream().map(AgencyInTree::agency).toList(), AT_ONCE),
                        agencies::relate))
                .chain(() -> books.renewSoon(judgedAnew(outcome)));
    }

    /** Whose readiness may be another one: another procedure demands other people, and so does another supervision. */
    private static List<AgencyCode> judgedAnew(Registry.Outcome outcome) {
        return outcome.changes().stream()
                .filter(AgencyChange.Changed.class::isInstance)
                .map(AgencyChange.Changed.class::cast)
                .flatMap(it -> Stream.of(
                        it.code(),
                        it.agency().relations().supervising(),
                        it.before().relations().supervising()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static List<Journal.Entry> entries(List<AgencyChange> changes, long treeVersion) {
        return changes.stream()
                .map(it -> DirectoryJournal.entry(
                        action(it), it.code(), Map.of("path", it.path().toString(), "treeVersion", treeVersion)))
                .toList();
    }

    private static String action(AgencyChange change) {
        if (change instanceof AgencyChange.Created) {
            return "agency-created";
        }
        if (change instanceof AgencyChange.Changed changed) {
            boolean dissolved =
                    changed.agency().isDissolved() && !changed.before().isDissolved();
            return dissolved ? "agency-dissolved" : "agency-changed";
        }
        return "agency-moved";
    }
}
