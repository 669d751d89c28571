package org.tongbao.escalation.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Ids;
import org.tongbao.escalation.domain.Happening;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.journal.Journal;
import org.tongbao.platform.time.Clock;

/** 受影響, 未受影響 or 不明: an affected agency replies, which meets its lateral notice. */
@ApplicationScoped
public class ReplyLaterally {
    private static final String ACTION = "lateral-reply-given";

    private final Transactions transactions;
    private final NoticeReading reading;
    private final Notices notices;
    private final LateralReplies replies;
    private final ChangeNotice changeNotice;
    private final Journal journal;
    private final Clock clock;

    ReplyLaterally(
            Transactions transactions,
            NoticeReading reading,
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

    /**
     * @param reply {@code AFFECTED, NOT_AFFECTED, UNKNOWN}
     */
    public record Said(
            UUID noticeId, String reply, @Nullable String note) {}

    /** The replies of a notice that the caller sees. */
    public Uni<List<NoticeReading.Reply>> list(Caller caller, UUID noticeId) {
        return transactions.as(caller, () -> reading.replies(noticeId));
    }

    /**
     * A later reply corrects an earlier one; both stay.
     *
     * @param once keeps the answer under the caller's key, and gives it again when the key was used before
     * @throws Refused when the caller does not see the notice, is not of the agency, or it is no lateral one
     */
    public <T> Uni<T> reply(Caller caller, Said said, Once<T> once) {
        return transactions
                .as(caller, () -> reading.find(said.noticeId()))
                .invoke(AcknowledgeNotice::mustBeVisible)
                .chain(() -> transactions.asEngine(
                        () -> notices.lock(said.noticeId()).chain(notice -> once.known()
                                .chain(known -> known.isPresent()
                                        ? Uni.createFrom().item(known.get())
                                        : keep(caller, notice.orElseThrow(), said)
                                                .chain(once::keep)))));
    }

    /** The answer to a repeated request, within the transaction of the reply. */
    public interface Once<T> {
        Uni<Optional<T>> known();

        Uni<T> keep(NoticeReading.Reply reply);
    }

    private Uni<NoticeReading.Reply> keep(Caller caller, FiledNotice filed, Said said) {
        if (!filed.notice().rule().lateral()) {
            throw new Refused(Refusal.NOT_LATERAL);
        }
        if (!caller.agency().equals(filed.notice().recipientAgency())) {
            throw new Refused(Refusal.NOT_TOLD);
        }
        Instant now = clock.now();
        var reply = new NoticeReading.Reply(Ids.next(), said.noticeId(), said.reply(), said.note(), caller.name(), now);
        String role = AcknowledgeNotice.roleOf(caller);
        return replies.add(reply, caller.subject())
                .chain(() ->
                        changeNotice.change(ACTION, filed, new Happening.Replied(caller.name(), role, said.reply())))
                .chain(() -> journal.record(caller, entry(filed, said)))
                .replaceWith(reply);
    }

    private static Journal.Entry entry(FiledNotice filed, Said said) {
        Heading heading = filed.heading();
        return new Journal.Entry(
                ACTION,
                heading.incidentAgency(),
                heading.incidentId(),
                heading.clause(),
                Map.of("noticeId", said.noticeId(), "reply", said.reply()));
    }
}
