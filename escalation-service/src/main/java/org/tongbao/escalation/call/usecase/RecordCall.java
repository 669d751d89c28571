package org.tongbao.escalation.call.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.contracts.procedure.Channel;
import org.tongbao.escalation.acknowledgement.usecase.SpokenCode;
import org.tongbao.escalation.notice.domain.AcknowledgementMethod;
import org.tongbao.escalation.notice.domain.Acknowledger;
import org.tongbao.escalation.notice.domain.EscalationReason;
import org.tongbao.escalation.notice.domain.NoticeEvent;
import org.tongbao.escalation.notice.usecase.Announcements;
import org.tongbao.escalation.notice.usecase.Announcements.EndedDelivery;
import org.tongbao.escalation.notice.usecase.ChangeNotice;
import org.tongbao.escalation.notice.usecase.NoticeHeader;
import org.tongbao.escalation.notice.usecase.Notices;
import org.tongbao.escalation.notice.usecase.StoredNotice;
import org.tongbao.escalation.usecase.Refusal;
import org.tongbao.escalation.usecase.Refused;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.journal.Journal;

/** Records what came of a call: answered with the code or without, nobody there, a wrong number. */
@ApplicationScoped
public class RecordCall {
    private final Transactions transactions;
    private final PhoneTaskQueries queries;
    private final Notices notices;
    private final PhoneCalls calls;
    private final ChangeNotice changeNotice;
    private final SpokenCode spokenCode;
    private final RecordDirectoryCall directoryCall;
    private final Announcements announcements;
    private final Journal journal;

    RecordCall(
            Transactions transactions,
            PhoneTaskQueries queries,
            Notices notices,
            PhoneCalls calls,
            ChangeNotice changeNotice,
            SpokenCode spokenCode,
            RecordDirectoryCall directoryCall,
            Announcements announcements,
            Journal journal) {
        this.transactions = transactions;
        this.queries = queries;
        this.notices = notices;
        this.calls = calls;
        this.changeNotice = changeNotice;
        this.spokenCode = spokenCode;
        this.directoryCall = directoryCall;
        this.announcements = announcements;
        this.journal = journal;
    }

    /**
     * The call with its result; the same result twice changes nothing.
     *
     * @throws Refused when the caller does not see the call, the code is wrong, or the call is over
     */
    public Uni<PhoneTask> record(Caller caller, UUID id, CallResult result) {
        return transactions
                .as(caller, () -> queries.noticeCall(id))
                .chain(task -> task.isPresent()
                        ? ofNotice(caller, task.get(), result)
                        : directoryCall.record(caller, id, result));
    }

    private Uni<PhoneTask> ofNotice(Caller caller, NoticeCall task, CallResult result) {
        return transactions
                .asEngine(() -> notices.findForUpdate(task.noticeId()).chain(notice -> calls.find(task.id())
                        .chain(call -> decide(caller, notice.orElseThrow(), call.orElseThrow(), result))))
                .invoke(Refused::ifAny)
                .chain(() -> transactions.as(caller, () -> queries.noticeCall(task.id())))
                .map(Optional::orElseThrow);
    }

    private Uni<Optional<Refusal>> decide(Caller caller, StoredNotice notice, PhoneCalls.Call call, CallResult result) {
        if (call.has(result)) {
            return Uni.createFrom().item(Optional.empty());
        }
        if (!call.waits()) {
            return Uni.createFrom().item(call.refusal());
        }
        String code = result.code();
        if (result.answered()
                && code == null
                && call.holdsCode()
                && notice.notice().level().severe()) {
            return Uni.createFrom().item(Optional.of(Refusal.CODE_NEEDED));
        }
        if (!result.answered() || code == null) {
            return keep(caller, notice, call, result, AcknowledgementMethod.PHONE_ANSWERED);
        }
        return spokenCode
                .find(call.noticeId(), code, credential -> credential.contact().equals(call.contact()))
                .chain(found -> found.isEmpty()
                        ? journal.record(caller, wrongCode(notice, call)).replaceWith(Optional.of(Refusal.WRONG_CODE))
                        : keep(caller, notice, call, result, AcknowledgementMethod.PHONE_CODE));
    }

    private Uni<Optional<Refusal>> keep(
            Caller caller, StoredNotice notice, PhoneCalls.Call call, CallResult result, AcknowledgementMethod method) {
        return Transactions.now().chain(now -> keepAt(now, caller, notice, call, result, method));
    }

    private Uni<Optional<Refusal>> keepAt(
            Instant now,
            Caller caller,
            StoredNotice notice,
            PhoneCalls.Call call,
            CallResult result,
            AcknowledgementMethod method) {
        return calls.record(call.id(), PhoneCalls.Result.of(result, caller, now))
                .chain(() -> announcements.ended(List.of(ended(caller, notice, call, result, now))))
                .chain(() -> changeNotice.change("call-recorded", notice, event(caller, call, result, method)))
                .chain(() -> journal.record(caller, entry(notice, call, result)))
                .replaceWith(Optional.empty());
    }

    private static NoticeEvent event(
            Caller caller, PhoneCalls.Call call, CallResult result, AcknowledgementMethod method) {
        return result.answered()
                ? new NoticeEvent.CallAnswered(call.contact(), call.position(), method, by(caller))
                : new NoticeEvent.DeliveryFailed(
                        call.contact(), call.position(), Channel.PHONE_TASK, EscalationReason.NOT_ANSWERED);
    }

    private static EndedDelivery ended(
            Caller caller, StoredNotice notice, PhoneCalls.Call call, CallResult result, Instant now) {
        NoticeHeader header = notice.header();
        return new EndedDelivery(
                header.incidentId(),
                call.noticeId(),
                call.id(),
                header.exercise(),
                call.name(),
                call.role(),
                call.agency(),
                Channel.PHONE_TASK.key(),
                result.outcome().name(),
                null,
                now,
                by(caller));
    }

    private static Acknowledger.EnteredBy by(Caller caller) {
        return new Acknowledger.EnteredBy(caller.name(), caller.agency());
    }

    private static Journal.Entry wrongCode(StoredNotice notice, PhoneCalls.Call call) {
        NoticeHeader header = notice.header();
        return new Journal.Entry(
                "wrong-code-entered",
                header.incidentAgency(),
                header.incidentId(),
                header.clause(),
                Map.of("noticeId", call.noticeId(), "phoneTaskId", call.id()));
    }

    private static Journal.Entry entry(StoredNotice notice, PhoneCalls.Call call, CallResult result) {
        NoticeHeader header = notice.header();
        return new Journal.Entry(
                "call-recorded",
                header.incidentAgency(),
                header.incidentId(),
                header.clause(),
                Map.of("noticeId", call.noticeId(), "phoneTaskId", call.id(), "outcome", result.outcome()));
    }
}
