package org.tongbao.escalation.lateral.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.contracts.Ids;
import org.tongbao.escalation.notice.domain.NoticeEvent;
import org.tongbao.escalation.notice.usecase.ChangeNotice;
import org.tongbao.escalation.notice.usecase.NoticeHeader;
import org.tongbao.escalation.notice.usecase.NoticeQueries;
import org.tongbao.escalation.notice.usecase.Notices;
import org.tongbao.escalation.notice.usecase.StoredNotice;
import org.tongbao.escalation.usecase.CallerRole;
import org.tongbao.escalation.usecase.Refusal;
import org.tongbao.escalation.usecase.Refused;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.journal.Journal;

/** 受影響, 未受影響 or 不明: an affected agency replies, which meets its lateral notice. */
@ApplicationScoped
public class ReplyToLateralNotice {
    private static final String ACTION = "lateral-reply-given";

    private final Transactions transactions;
    private final NoticeQueries queries;
    private final Notices notices;
    private final LateralReplies replies;
    private final ChangeNotice changeNotice;
    private final Journal journal;

    ReplyToLateralNotice(
            Transactions transactions,
            NoticeQueries queries,
            Notices notices,
            LateralReplies replies,
            ChangeNotice changeNotice,
            Journal journal) {
        this.transactions = transactions;
        this.queries = queries;
        this.notices = notices;
        this.replies = replies;
        this.changeNotice = changeNotice;
        this.journal = journal;
    }

    /** The replies of a notice that the caller sees. */
    public Uni<List<RecordedReply>> list(Caller caller, UUID noticeId) {
        return transactions.as(caller, () -> replies.ofNotice(noticeId));
    }

    /**
     * A later reply corrects an earlier one; both stay.
     *
     * @param once keeps the answer under the caller's key, and gives it again when the key was used before
     * @throws Refused when the caller does not see the notice, is not of the agency, or it is no lateral one
     */
    public <T> Uni<T> reply(Caller caller, LateralReply reply, Once<T> once) {
        return transactions
                .as(caller, () -> queries.find(reply.noticeId()))
                .invoke(Refused::unlessFound)
                .chain(() -> transactions.asEngine(
                        () -> notices.findForUpdate(reply.noticeId()).chain(notice -> once.known()
                                .chain(known -> known.isPresent()
                                        ? Uni.createFrom().item(known.get())
                                        : keep(caller, notice.orElseThrow(), reply)
                                                .chain(once::keep)))));
    }

    /** The answer to a repeated request, within the transaction of the reply. */
    public interface Once<T> {
        Uni<Optional<T>> known();

        Uni<T> keep(RecordedReply reply);
    }

    private Uni<RecordedReply> keep(Caller caller, StoredNotice stored, LateralReply reply) {
        if (!stored.notice().policy().lateral()) {
            throw new Refused(Refusal.NOT_LATERAL);
        }
        if (!caller.agency().equals(stored.notice().recipientAgency())) {
            throw new Refused(Refusal.NOT_TOLD);
        }
        String role = CallerRole.of(caller);
        return Transactions.now()
                .map(now -> new RecordedReply(
                        Ids.next(), reply.noticeId(), reply.reply(), reply.note(), caller.name(), now))
                .call(recorded -> replies.add(recorded, caller.subject()))
                .call(() -> changeNotice.change(
                        ACTION, stored, new NoticeEvent.LateralReplied(caller.name(), role, reply.reply())))
                .call(() -> journal.record(caller, entry(stored, reply)));
    }

    private static Journal.Entry entry(StoredNotice stored, LateralReply reply) {
        NoticeHeader header = stored.header();
        return new Journal.Entry(
                ACTION,
                header.incidentAgency(),
                header.incidentId(),
                header.clause(),
                Map.of("noticeId", reply.noticeId(), "reply", reply.reply()));
    }
}
