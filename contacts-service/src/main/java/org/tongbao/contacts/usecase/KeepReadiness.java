package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.people.BookRules;
import org.tongbao.contacts.domain.people.ContactBook;
import org.tongbao.contacts.domain.readiness.Readiness;
import org.tongbao.contracts.procedure.Procedures;
import org.tongbao.platform.access.BlockingWork;

/** Works out how ready agencies are, whenever their books changed or a day has passed. */
@ApplicationScoped
class KeepReadiness {
    private final Readinesses readinesses;
    private final Procedures procedures;
    private final BlockingWork blockingWork;

    KeepReadiness(Readinesses readinesses, Procedures procedures, BlockingWork blockingWork) {
        this.readinesses = readinesses;
        this.procedures = procedures;
        this.blockingWork = blockingWork;
    }

    Uni<Void> keep(ContactBook book, Instant now) {
        return readinesses
                .circumstances(List.of(book.agency()))
                .chain(known -> readinesses.keep(
                        known.entrySet().stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, it -> of(book, it.getValue(), now))),
                        now));
    }

    /** The same of books that are just published, of which there may be many: beside the event loop. */
    Uni<Void> keep(List<SaidBook> books, Instant now) {
        return readinesses
                .circumstances(books.stream().map(it -> it.book().agency()).toList())
                .chain(known -> blockingWork.run(() -> workedOut(books, known, now)))
                .chain(worked -> readinesses.keep(worked, now));
    }

    Readiness of(ContactBook book, Readinesses.Circumstances known, Instant now) {
        return Readiness.of(book, rules(known), known.attestedUntil(), now);
    }

    private BookRules rules(Readinesses.Circumstances known) {
        return BookRules.of(procedures.byId(known.procedure()).orElse(null), known.supervises());
    }

    private Map<AgencyCode, Readiness> workedOut(
            List<SaidBook> books, Map<AgencyCode, Readinesses.Circumstances> known, Instant now) {
        Map<AgencyCode, Readiness> worked = new LinkedHashMap<>();
        for (SaidBook said : books) {
            var circumstances = known.get(said.book().agency());
            if (circumstances != null) {
                worked.put(
                        said.book().agency(),
                        Readiness.of(
                                said.book(), rules(circumstances), circumstances.attestedUntil(), said.acting(), now));
            }
        }
        return worked;
    }
}
