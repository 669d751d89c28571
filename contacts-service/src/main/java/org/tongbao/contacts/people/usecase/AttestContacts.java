package org.tongbao.contacts.people.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.usecase.Agencies;
import org.tongbao.contacts.channel.usecase.OwnContact;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.ValidationError;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contacts.readiness.usecase.EvaluateReadiness;
import org.tongbao.contacts.usecase.DirectoryJournal;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.time.Clock;

/** 定期確認: somebody answers for entries as they stand, for another quarter; and who has not for too long is listed. */
@ApplicationScoped
public class AttestContacts {
    private final Transactions transactions;
    private final BookAccess scope;
    private final ReadBook readBook;
    private final Books books;
    private final Attestations attestations;
    private final EvaluateReadiness readiness;
    private final DirectoryJournal journal;
    private final Clock clock;

    AttestContacts(
            Transactions transactions,
            BookAccess scope,
            ReadBook readBook,
            Books books,
            Attestations attestations,
            EvaluateReadiness readiness,
            DirectoryJournal journal,
            Clock clock) {
        this.transactions = transactions;
        this.scope = scope;
        this.readBook = readBook;
        this.books = books;
        this.attestations = attestations;
        this.readiness = readiness;
        this.journal = journal;
        this.clock = clock;
    }

    /** Confirms all of them or none; answers how all entries of the agency stand. */
    public Uni<List<Attestations.Attested>> attest(Caller caller, AgencyCode agency, List<UUID> contacts) {
        return transactions.as(caller, () -> scope.mayChange(Agencies.of(caller), agency)
                .chain(() -> books.findForUpdate(agency))
                .invoke(book -> check(caller, book, contacts))
                .chain(book -> attestations
                        .attest(agency, contacts, caller.name())
                        .chain(() -> readiness.keep(book, clock.now())))
                .chain(() -> journal.record(caller, "contacts-attested", agency, Map.of("contacts", contacts)))
                .chain(() -> attestations.of(agency)));
    }

    private static void check(Caller caller, ContactBook book, List<UUID> contacts) {
        List<ValidationError> errors = new ArrayList<>();
        for (int i = 0; i < contacts.size(); i++) {
            if (book.contact(contacts.get(i)).isEmpty()) {
                errors.add(new ValidationError(
                        "/contacts/" + i,
                        ValidationError.Reason.UNKNOWN_CONTACT,
                        contacts.get(i).toString()));
            }
        }
        Refused.whenAny(errors);
        contacts.forEach(it -> OwnContact.mustSpeakFor(caller, book, it));
    }

    public Uni<List<Attestations.Attested>> of(Caller caller, AgencyCode agency) {
        return transactions.as(caller, () -> readBook.read(caller, agency).chain(() -> attestations.of(agency)));
    }

    /** Of the caller's agency and those below it; one more than the limit when there are more. */
    public Uni<List<Attestations.Attested>> overdue(Caller caller, Attestations.@Nullable After after, int limit) {
        return transactions.as(caller, () -> attestations.overdue(Agencies.of(caller), after, limit));
    }
}
