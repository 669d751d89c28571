package org.tongbao.contacts.imports.usecase;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.tongbao.contacts.agency.domain.Registry;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.ValidationError;
import org.tongbao.contacts.imports.domain.BookImport;
import org.tongbao.contacts.ledger.domain.Edit;
import org.tongbao.contacts.ledger.domain.NewLedgerEntry;
import org.tongbao.contacts.people.domain.ChangedBook;

/**
 * What an import comes to.
 *
 * @param meaning what differs from the directory of its time
 * @param agencies what changes at once; nothing of a document filed ahead
 * @param books the same of people
 * @param newEntries of a document for a stated time
 */
public record ImportResult(
        ImportPlan.Result meaning,
        Registry.Outcome agencies,
        List<ChangedBook> books,
        List<NewLedgerEntry> newEntries,
        List<ValidationError> errors) {
    static ImportResult atOnce(ImportPlan.Result meaning) {
        return new ImportResult(
                meaning,
                meaning.agencies(),
                meaning.books().values().stream().map(BookImport::changed).toList(),
                List.of(),
                meaning.errors());
    }

    /** Of what changes at once. */
    List<Edit> edits() {
        return Stream.concat(
                        agencies.edits().stream(),
                        books.stream().flatMap(it -> it.changes().stream()).flatMap(it -> it.edit().stream()))
                .toList();
    }

    /** Refuses ids that belong to something of another agency, of which the caller may not know. */
    void mustBeFree(Set<UUID> others) {
        Refused.whenAny(meaning.books().values().stream()
                .flatMap(it -> it.items().stream())
                .filter(it -> others.contains(it.id()))
                .map(it -> ValidationError.at(it.place() + "/id", ValidationError.Reason.WRONG_ID))
                .toList());
    }
}
