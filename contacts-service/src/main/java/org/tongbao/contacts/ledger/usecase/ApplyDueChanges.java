package org.tongbao.contacts.ledger.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tongbao.contacts.domain.Refused;
import org.tongbao.contacts.ledger.domain.LedgerEntry;
import org.tongbao.contacts.usecase.Sequentially;
import org.tongbao.platform.access.Transactions;

/**
 * Lets what was filed ahead take effect when its time has come: one change after the other in the order of their instants,
 * each in one transaction. Any number of replicas may ask at once: who holds the lock of the agencies or of the book looks
 * again what is pending still.
 */
@ApplicationScoped
public class ApplyDueChanges {
    private final Transactions transactions;
    private final Ledger ledger;
    private final DueChanges dueChanges;

    ApplyDueChanges(Transactions transactions, Ledger ledger, DueChanges dueChanges) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.dueChanges = dueChanges;
    }

    /**
     * What a round came to.
     *
     * @param failed changes that could be neither applied nor refused, and are tried again
     */
    public record Round(int inForce, int refused, List<UUID> failed) {}

    public Uni<Round> apply() {
        return next(new HashSet<>(), 0, 0);
    }

    private Uni<Round> next(Set<UUID> failed, int inForce, int refused) {
        return transactions
                .asEngine(() -> ledger.firstDue(failed))
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(new Round(inForce, refused, List.copyOf(failed)))
                        : settle(due.get(), failed, inForce, refused));
    }

    private Uni<Round> settle(LedgerEntry entry, Set<UUID> failed, int inForce, int refused) {
        return transactions
                .asEngine(() -> dueChanges.apply(entry))
                .map(ignored -> Optional.<Boolean>of(true))
                .onFailure(Refused.class)
                .recoverWithUni(no -> refuse(entry, (Refused) no).replaceWith(Optional.of(false)))
                // One that fails for another reason holds up nobody else's.
                .onFailure()
                .recoverWithItem(() -> {
                    failed.add(entry.change());
                    return Optional.empty();
                })
                .chain(done -> next(
                        failed,
                        inForce + (done.isPresent() && done.get() ? 1 : 0),
                        refused + (done.isPresent() && !done.get() ? 1 : 0)));
    }

    private Uni<Void> refuse(LedgerEntry entry, Refused no) {
        return transactions.asEngine(() -> ledger.pendingOf(entry.change())
                .chain(entries -> Sequentially.of(entries, it -> ledger.refuse(it, Refusal.text(no))))
                .replaceWithVoid());
    }
}
