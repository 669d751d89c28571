package org.tongbao.escalation.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.tongbao.escalation.domain.Happening;
import org.tongbao.platform.access.Transactions;

/** Lets the ladders that are due go on, the gravest first. */
@ApplicationScoped
public class AdvanceNotices {
    private final Transactions transactions;
    private final Notices notices;
    private final ChangeNotice changeNotice;

    AdvanceNotices(Transactions transactions, Notices notices, ChangeNotice changeNotice) {
        this.transactions = transactions;
        this.notices = notices;
        this.changeNotice = changeNotice;
    }

    /** One notice in one transaction; false when none is due. */
    public Uni<Boolean> advanceNext() {
        return transactions.asEngine(() -> notices.lockNextDue()
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().item(false)
                        : changeNotice
                                .change("notice-escalated", due.get(), new Happening.TimePassed())
                                .replaceWith(true)));
    }
}
