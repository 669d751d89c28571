package org.tongbao.contacts.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongbao.contacts.domain.Fault;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.agency.AgencyChange;
import org.tongbao.contacts.domain.agency.AgencyCode;
import org.tongbao.contacts.domain.agency.Proposal;
import org.tongbao.contacts.domain.people.BookChange;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;

/**
 * Takes in a whole document, or nothing of it. Saying the same again changes nothing; what a document does not mention
 * stays as it is.
 */
@ApplicationScoped
public class ImportDirectory {
    private final Transactions transactions;
    private final ChangeAgencies changeAgencies;
    private final ChangeBook changeBook;

    ImportDirectory(Transactions transactions, ChangeAgencies changeAgencies, ChangeBook changeBook) {
        this.transactions = transactions;
        this.changeAgencies = changeAgencies;
        this.changeBook = changeBook;
    }

    /**
     * @param filings by agency, contacts before whatever names them
     */
    public record Document(List<Proposal> agencies, Map<AgencyCode, List<Filing>> filings) {}

    /** What it did. */
    public record Summary(List<AgencyChange> agencies, List<BookChange> items, int unchangedItems) {}

    public Uni<Summary> load(Caller caller, Document document) {
        return transactions.as(caller, () -> changeAgencies
                .change(caller, document.agencies())
                .chain(changed -> fileAll(caller, document).map(filed -> summary(changed, filed, document))));
    }

    private Uni<List<List<BookChange>>> fileAll(Caller caller, Document document) {
        List<Fault> faults = new ArrayList<>();
        // A refusal ends one agency's filings; the others are still asked, so that every fault is named.
        return EachInTurn.of(document.filings().entrySet(), it -> changeBook
                        .file(caller, it.getKey(), it.getValue())
                        .map(ChangeBook.Filed::changes)
                        .onFailure(Refused.class)
                        .recoverWithItem(refused -> noted((Refused) refused, it.getValue(), faults)))
                .invoke(() -> Refused.whenAny(faults));
    }

    private static List<BookChange> noted(Refused refused, List<Filing> filings, List<Fault> faults) {
        if (refused.reason() == Refused.Reason.FAULTY) {
            faults.addAll(refused.faults());
        } else {
            filings.forEach(it -> faults.add(Fault.at(it.place() + "/agency", Fault.Reason.OUTSIDE_SCOPE)));
        }
        return List.of();
    }

    private static Summary summary(List<AgencyChange> agencies, List<List<BookChange>> filed, Document document) {
        List<BookChange> changes = filed.stream().flatMap(List::stream).toList();
        int asked = document.filings().values().stream().mapToInt(List::size).sum();
        return new Summary(agencies, changes, asked - changes.size());
    }
}
