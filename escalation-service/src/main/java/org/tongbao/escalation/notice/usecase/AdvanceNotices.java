package org.tongbao.escalation.notice.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.tongbao.escalation.notice.domain.NoticeEvent;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.access.TransientFailures;

/** Escalates the notices that are due, the gravest first. */
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

    /** Outcome of one step. */
    public sealed interface Advance {
        record NoneDue() implements Advance {}

        record WentOn() implements Advance {}

        /** It cannot be decided; it is tried again in a minute, so that it does not hold up the others. */
        record Postponed(UUID noticeId, Throwable because) implements Advance {}
    }

    /** One notice in one transaction. */
    public Uni<Advance> advanceNext() {
        AtomicReference<@Nullable UUID> tried = new AtomicReference<>();
        return transactions
                .asEngine(() -> notices.nextDueForUpdate().chain(due -> {
                    if (due.isEmpty()) {
                        return Uni.createFrom().<Advance>item(new Advance.NoneDue());
                    }
                    tried.set(due.get());
                    return notices.findForUpdate(due.get())
                            .chain(notice -> changeNotice.change(
                                    "notice-escalated", notice.orElseThrow(), new NoticeEvent.TimePassed()))
                            .replaceWith(new Advance.WentOn());
                }))
                .onFailure(failure -> !TransientFailures.isTransient(failure))
                .recoverWithUni(failure -> postpone(tried.get(), failure));
    }

    private Uni<Advance> postpone(@Nullable UUID tried, Throwable failure) {
        return tried == null
                ? Uni.createFrom().failure(failure)
                : transactions
                        .asEngine(() -> notices.postpone(tried))
                        .replaceWith(new Advance.Postponed(tried, failure));
    }
}
