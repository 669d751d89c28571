package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.agency.AgencyChange;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.agency.Registry;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.journal.Journal;

/** Agencies whose every change is on record and published whole, in the transaction of the change. */
@ApplicationScoped
class PublishedAgencies {
    private final Agencies agencies;
    private final Books books;
    private final Announcements announcements;
    private final Journal journal;

    PublishedAgencies(Agencies agencies, Books books, Announcements announcements, Journal journal) {
        this.agencies = agencies;
        this.books = books;
        this.announcements = announcements;
        this.journal = journal;
    }

    Uni<Registry> open(Set<AgencyCode> toChange) {
        return agencies.open(toChange);
    }

    /**
     * @param caller null when the time of a change has come, and nobody acts
     */
    Uni<Void> save(@Nullable Caller caller, Registry.Outcome outcome) {
        if (outcome.changes().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return agencies.treeVersion(outcome.treeChanged())
                .chain(version -> EachInTurn.of(outcome.changes(), it -> save(caller, it, version)))
                .chain(() -> books.renewSoon(judgedAnew(outcome)));
    }

    /** Whose readiness may be another one: another procedure demands other people, and so does another supervision. */
    static List<AgencyCode> judgedAnew(Registry.Outcome outcome) {
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

    private Uni<Void> save(@Nullable Caller caller, AgencyChange change, long treeVersion) {
        return agencies.save(change, treeVersion)
                .call(announcements::agency)
                .chain(placed -> agencies.relate(placed.agency()))
                .chain(() -> note(
                        caller,
                        new Journal.Entry(
                                action(change),
                                change.code().value(),
                                null,
                                null,
                                Map.of("path", change.path().toString(), "treeVersion", treeVersion))));
    }

    private Uni<Void> note(@Nullable Caller caller, Journal.Entry entry) {
        return caller == null ? journal.record(entry) : journal.record(caller, entry);
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
