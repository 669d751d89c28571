package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.people.BookRules;
import org.tongbao.contacts.domain.people.ContactBook;
import org.tongbao.contacts.domain.readiness.Readiness;
import org.tongbao.contracts.procedure.Procedures;
import org.tongbao.platform.access.Aside;

/** Works out how ready agencies are, whenever their books changed or a day has passed. */
@ApplicationScoped
class KeepReadiness {
    private final Readinesses readinesses;
    private final Procedures procedures;
    private final Aside aside;

    KeepReadiness(Readinesses readinesses, Procedures procedures, Aside aside) {
        this.readinesses = readinesses;
        this.procedures = procedures;
        this.aside = aside;
    }

    Uni<Void> keep(ContactBook book, Instant now) {
        return circumstances(List.of(book)).chain(known -> readinesses.keep(workedOut(List.of(book), known, now), now));
    }

    /** The same of many, beside the event loop. */
    Uni<Void> keepAll(Collection<ContactBook> books, Instant now) {
        return circumstances(books)
                .chain(known -> aside.work(() -> workedOut(books, known, now)))
                .chain(worked -> readinesses.keep(worked, now));
    }

    Readiness of(ContactBook book, Readinesses.Circumstances known, Instant now) {
        var rules = BookRules.of(procedures.byId(known.procedure()).orElse(null), known.supervises());
        return Readiness.of(book, rules, known.attestedUntil(), now);
    }

    private Uni<Map<AgencyCode, Readinesses.Circumstances>> circumstances(Collection<ContactBook> books) {
        return readinesses.circumstances(books.stream().map(ContactBook::agency).toList());
    }

    private Map<AgencyCode, Readiness> workedOut(
            Collection<ContactBook> books, Map<AgencyCode, Readinesses.Circumstances> known, Instant now) {
        Map<AgencyCode, Readiness> worked = new LinkedHashMap<>();
        for (ContactBook book : books) {
            var circumstances = known.get(book.agency());
            if (circumstances != null) {
                worked.put(book.agency(), of(book, circumstances, now));
            }
        }
        return worked;
    }
}
