package org.tongbao.contacts.readiness.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tongbao.contacts.agency.domain.Agency;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.usecase.Agencies;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contacts.people.usecase.Books;
import org.tongbao.contacts.readiness.domain.Readiness;
import org.tongbao.contacts.usecase.DirectoryNotifications;
import org.tongbao.contacts.usecase.DirectoryNotifications.Recipient;
import org.tongbao.contacts.usecase.Sequentially;
import org.tongbao.contracts.Zones;
import org.tongbao.contracts.procedure.Role;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.time.Clock;

/**
 * Once a day notifies agencies that they, or agencies right below them, could not be reached as they must be. Where all is well
 * nobody is notified; an agency that is not even a day old is still being filed.
 */
@ApplicationScoped
public class ReportReadiness {
    private static final int BATCH = 50;
    private static final int BELOW = 10;

    private final Transactions transactions;
    private final Agencies agencies;
    private final Books books;
    private final ReadinessResults readinessResults;
    private final EvaluateReadiness readiness;
    private final DirectoryNotifications notifications;
    private final Clock clock;
    private final LocalTime time;

    ReportReadiness(
            Transactions transactions,
            Agencies agencies,
            Books books,
            ReadinessResults readinessResults,
            EvaluateReadiness readiness,
            DirectoryNotifications notifications,
            Clock clock,
            @ConfigProperty(name = "tongbao.contacts.report-readiness-at") LocalTime time) {
        this.transactions = transactions;
        this.agencies = agencies;
        this.books = books;
        this.readinessResults = readinessResults;
        this.readiness = readiness;
        this.notifications = notifications;
        this.clock = clock;
        this.time = time;
    }

    /** How many agencies were notified. Before the time of day nobody is; any number of replicas may ask at once. */
    public Uni<Integer> report() {
        var now = clock.now().atZone(Zones.TAIPEI);
        return now.toLocalTime().isBefore(time) ? Uni.createFrom().item(0) : report(now.toLocalDate());
    }

    private Uni<Integer> report(LocalDate day) {
        return transactions
                .asEngine(() -> readinessResults
                        .takeToReport(day, BATCH)
                        .chain(taken -> Sequentially.of(taken, this::report).map(List::size)))
                .chain(notified -> notified < BATCH
                        ? Uni.createFrom().item(notified)
                        : report(day).map(more -> notified + more));
    }

    private Uni<Void> report(AgencyCode code) {
        Instant now = clock.now();
        return agencies.facts(code).chain(agency -> books.read(code)
                .chain(book -> readinessResults.circumstances(List.of(code)).chain(known -> readinessResults
                        .below(code, BELOW)
                        .chain(below -> notify(
                                agency.orElseThrow(),
                                book,
                                readiness.of(book, Objects.requireNonNull(known.get(code)), now),
                                below)))));
    }

    private Uni<Void> notify(Agency agency, ContactBook book, Readiness own, ReadinessResults.Below below) {
        if (own.isReady() && below.count() == 0) {
            return Uni.createFrom().voidItem();
        }
        return Sequentially.of(
                        whoMends(book),
                        it -> notifications.readiness(
                                new Recipient(agency, it, book.contact(it).orElseThrow()), own, below))
                .replaceWithVoid();
    }

    private static Collection<UUID> whoMends(ContactBook book) {
        Set<UUID> first = Stream.of(Role.REPORT_WINDOW, Role.IT_HEAD)
                .flatMap(it -> book.holders(it).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return first.isEmpty() ? book.holders(Role.SECURITY_CONTACT) : first;
    }
}
