package org.tongbao.escalation.notice.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongbao.escalation.notice.domain.NoticeEvent;
import org.tongbao.escalation.notice.usecase.ChangeNotice.Reaction;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.access.TransientFailures;

/** Escalates the notices that are due, the gravest first. */
@ApplicationScoped
public class AdvanceNotices {
    private static final int AT_ONCE = 100;

    private final Transactions transactions;
    private final Notices notices;
    private final ChangeNotice changeNotice;

    AdvanceNotices(Transactions transactions, Notices notices, ChangeNotice changeNotice) {
        this.transactions = transactions;
        this.notices = notices;
        this.changeNotice = changeNotice;
    }

    /**
     * @param due how many were due
     */
    public record Advance(int due, List<Postponed> postponed) {
        public boolean mayBeMore() {
            return due > 0;
        }

        private Advance plus(Advance other) {
            return new Advance(
                    due + other.due,
                    Stream.concat(postponed.stream(), other.postponed.stream()).toList());
        }
    }

    /** It cannot be decided; it is tried again in a minute, so that it does not hold up the others. */
    public record Postponed(UUID noticeId, Throwable because) {}

    /** Many in one transaction; each in its own, when one of them cannot be decided. */
    public Uni<Advance> advance() {
        return transactions
                .asEngine(() -> notices.dueForUpdate(AT_ONCE).call(this::escalate))
                .map(due -> new Advance(due.size(), List.of()))
                .onFailure(failure -> !TransientFailures.isTransient(failure))
                .recoverWithUni(() -> eachAlone(new Advance(0, List.of())));
    }

    private Uni<Void> escalate(List<UUID> due) {
        return notices.findAllForUpdate(due)
                .map(found -> found.stream()
                        .map(it -> new Reaction(it, List.of(new NoticeEvent.TimePassed())))
                        .toList())
                .chain(reactions -> changeNotice.changeAll("notice-escalated", reactions))
                .replaceWithVoid();
    }

    private Uni<Advance> eachAlone(Advance soFar) {
        return soFar.due() == AT_ONCE
                ? Uni.createFrom().item(soFar)
                : next().chain(one -> one.due() == 0 ? Uni.createFrom().item(soFar) : eachAlone(soFar.plus(one)));
    }

    private Uni<Advance> next() {
        AtomicReference<@Nullable UUID> tried = new AtomicReference<>();
        return transactions
                .asEngine(() -> notices.dueForUpdate(1)
                        .invoke(due -> due.forEach(tried::set))
                        .call(this::escalate))
                .map(due -> new Advance(due.size(), List.of()))
                .onFailure(failure -> !TransientFailures.isTransient(failure))
                .recoverWithUni(failure -> postpone(tried.get(), failure));
    }

    private Uni<Advance> postpone(@Nullable UUID tried, Throwable failure) {
        return tried == null
                ? Uni.createFrom().failure(failure)
                : transactions
                        .asEngine(() -> notices.postpone(tried))
                        .replaceWith(new Advance(1, List.of(new Postponed(tried, failure))));
    }
}
