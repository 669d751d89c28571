package org.tongbao.contacts.duty.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.domain.EffectiveTime;
import org.tongbao.contacts.domain.Precondition;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.domain.Versioned;
import org.tongbao.contacts.duty.domain.DutySwap;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contacts.people.usecase.ChangeBook;
import org.tongbao.contacts.people.usecase.ReadBook;
import org.tongbao.contacts.usecase.DirectoryJournal;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;

/** The partner of a swap says yes or no. Saying the same again changes nothing. */
@ApplicationScoped
public class DecideSwap {
    private final Transactions transactions;
    private final ReadBook readBook;
    private final ChangeBook changeBook;
    private final DirectoryJournal journal;

    DecideSwap(Transactions transactions, ReadBook readBook, ChangeBook changeBook, DirectoryJournal journal) {
        this.transactions = transactions;
        this.readBook = readBook;
        this.changeBook = changeBook;
        this.journal = journal;
    }

    public Uni<Versioned<DutySwap>> decide(Caller caller, AgencyCode agency, UUID id, DutySwap.State decision) {
        return transactions.as(
                caller, () -> readBook.read(caller, agency).chain(book -> decide(caller, book, id, decision)));
    }

    private Uni<Versioned<DutySwap>> decide(Caller caller, ContactBook book, UUID id, DutySwap.State decision) {
        Versioned<DutySwap> known =
                book.find(id, DutySwap.class).orElseThrow(() -> new Refused(Refused.Reason.UNKNOWN));
        SwapParties.check(caller, book, known.value().partner());
        if (known.value().state() == decision) {
            return Uni.createFrom().item(known);
        }
        if (known.value().state() != DutySwap.State.PROPOSED) {
            throw new Refused(Refused.Reason.DECIDED);
        }
        DutySwap decided = known.value().decided(decision);
        Precondition precondition = Precondition.revision(known.revision());
        return changeBook
                .file(caller, book.agency(), id, decided, precondition, EffectiveTime.NOW)
                .onFailure(DecideSwap::isFaulty)
                .transform(it -> new Refused(Refused.Reason.OUTDATED, ((Refused) it).errors()))
                .call(() -> journal.record(
                        caller,
                        "swap-" + decision.key(),
                        book.agency(),
                        Map.of(
                                "swap",
                                id,
                                "partner",
                                known.value().partner(),
                                "onBehalf",
                                !SwapParties.isSelf(caller, book, known.value().partner()))))
                .map(filed -> filed.book().find(id, DutySwap.class).orElseThrow());
    }

    // The duty was offered as it stood then.
    private static boolean isFaulty(Throwable failure) {
        return failure instanceof Refused refused && refused.reason() == Refused.Reason.FAULTY;
    }
}
