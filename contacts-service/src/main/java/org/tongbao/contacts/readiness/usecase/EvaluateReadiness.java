package org.tongbao.contacts.readiness.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.duty.usecase.PublishedBook;
import org.tongbao.contacts.people.domain.BookRules;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contacts.readiness.domain.Readiness;
import org.tongbao.contracts.procedure.Procedures;
import org.tongbao.platform.access.BlockingWork;

/** Works out how ready agencies are, whenever their books changed or a day has passed. */
@ApplicationScoped
public class EvaluateReadiness {
    private final ReadinessResults readinessResults;
    private final Procedures procedures;
    private final BlockingWork blockingWork;

    EvaluateReadiness(ReadinessResults readinessResults, Procedures procedures, BlockingWork blockingWork) {
        this.readinessResults = readinessResults;
        this.procedures = procedures;
        this.blockingWork = blockingWork;
    }

    public Uni<Void> keep(ContactBook book, Instant now) {
        return readinessResults
                .circumstances(List.of(book.agency()))
                .chain(known -> readinessResults.keep(
                        known.entrySet().stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, it -> of(book, it.getValue(), now))),
                        now));
    }

    /** The same of books that are just published, of which there may be many: beside the event loop. */
    public Uni<Void> keep(List<PublishedBook> books, Instant now) {
        return readinessResults
                .circumstances(books.stream().map(it -> it.book().agency()).toList())
                .chain(known -> blockingWork.run(() -> workedOut(books, known, now)))
                .chain(worked -> readinessResults.keep(worked, now));
    }

    public Readiness of(ContactBook book, ReadinessResults.ReadinessInput known, Instant now) {
        return Readiness.of(book, rules(known), known.attestedUntil(), now);
    }

    private BookRules rules(ReadinessResults.ReadinessInput known) {
        return BookRules.of(procedures.byId(known.procedure()).orElse(null), known.supervises());
    }

    private Map<AgencyCode, Readiness> workedOut(
            List<PublishedBook> books, Map<AgencyCode, ReadinessResults.ReadinessInput> known, Instant now) {
        Map<AgencyCode, Readiness> worked = new LinkedHashMap<>();
        for (PublishedBook published : books) {
            var circumstances = known.get(published.book().agency());
            if (circumstances != null) {
                worked.put(
                        published.book().agency(),
                        Readiness.of(
                                published.book(),
                                rules(circumstances),
                                circumstances.attestedUntil(),
                                published.acting(),
                                now));
            }
        }
        return worked;
    }
}
