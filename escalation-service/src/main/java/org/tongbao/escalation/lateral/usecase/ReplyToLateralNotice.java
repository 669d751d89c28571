package org.tongbao.escalation.lateral.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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
import org.tongbao.platform.time.Clock;

/** 受影響, 未受影響 or 不明: an affected agency replies, which meets its lateral notice. */
@ApplicationScoped
public class ReplyToLateralNotice {
    private static final String ACTION = "lateral-reply-given";

    private final Transactions transactions;
    private final NoticeQueries reading;
    private final Notices notices;
    private final LateralReplies replies;
    private final ChangeNotice changeNotice;
    private final Journal journal;
    private final Clock clock;

    ReplyToLateralNotice(
            Transactions transactions,
            NoticeQueries reading,
            Notices notices,
            LateralReplies replies,
            ChangeNotice changeNotice,
            Journal journal,
            Clock clock) {
        this.transactions = transactions;
        this.reading = reading;
        this.notices = notices;
        this.replies = replies;
        this.changeNotice = changeNotice;
        this.journal = journal;
        this.clock = clock;
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
    public <T> Uni<T> reply(Caller caller, LateralReply said, Once<T> once) {
        return transactions
                .as(caller, () -> reading.find(said.noticeId()))
                .invoke(Refused::unlessFound)
                .chain(() -> transactions.asEngine(
                        () -> notices.findForUpdate(said.noticeId()).chain(notice -> once.known()
                                .chain(known -> known.isPresent()
                                        ? Uni.createFrom().item(known.get())
                                        : keep(caller, notice.orElseThrow(), said)
                                                .chain(once::keep)))));
    }

    /** The answer to a repeated request, within the transaction of the reply. */
    public interface Once<T> {
        Uni<Optional<T>> known();

        Uni<T> keep(RecordedReply reply);
    }

    private Uni<RecordedReply> keep(Caller caller, StoredNotice filed, LateralReply said) {
        if (!filed.notice().policy().lateral()) {
            throw new Refused(Refusal.NOT_LATERAL);
        }
        if (!caller.agency().equals(filed.notice().recipientAgency())) {
            throw new Refused(Refusal.NOT_TOLD);
        }
        Instant now = clock.now();
        var reply = new RecordedReply(Ids.next(), said.noticeId(), said.reply(), said.note(), caller.name(), now);
        String role = CallerRole.of(caller);
        return replies.add(reply, caller.subject())
                .chain(() -> changeNotice.change(
                        ACTION, filed, new NoticeEvent.LateralReplied(caller.name(), role, said.reply())))
                .chain(() -> journal.record(caller, entry(filed, said)))
                .replaceWith(reply);
    }

    private static Journal.Entry entry(StoredNotice filed, LateralReply said) {
        NoticeHeader header = filed.header();
        return new Journal.Entry(
                ACTION,
                header.incidentAgency(),
                header.incidentId(),
                header.clause(),
                Map.of("noticeId", said.noticeId(), "reply", said.reply()));
    }
}
