package org.tongbao.escalation.call.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.escalation.directory.usecase.DirectoryChannels;
import org.tongbao.escalation.usecase.Refusal;
import org.tongbao.escalation.usecase.Refused;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.journal.Journal;

/** Records what came of a call of the directory; one that reached nobody goes on by the next channel. */
@ApplicationScoped
class RecordDirectoryCall {
    private final Transactions transactions;
    private final PhoneCalls phoneCalls;
    private final DirectoryChannels channels;
    private final ReadDirectoryCalls calls;
    private final Journal journal;

    RecordDirectoryCall(
            Transactions transactions,
            PhoneCalls phoneCalls,
            DirectoryChannels channels,
            ReadDirectoryCalls calls,
            Journal journal) {
        this.transactions = transactions;
        this.phoneCalls = phoneCalls;
        this.channels = channels;
        this.calls = calls;
        this.journal = journal;
    }

    /** The call with its result; the same result twice changes nothing. */
    Uni<PhoneTask> record(Caller caller, UUID id, CallResult result) {
        return calls.one(caller, id)
                .invoke(Refused::unlessFound)
                .chain(() -> transactions.asEngine(
                        () -> phoneCalls.findForUpdate(id).chain(call -> decide(caller, call.orElseThrow(), result))))
                .invoke(Refused::ifAny)
                .chain(() -> calls.one(caller, id))
                .map(Optional::orElseThrow);
    }

    private Uni<Optional<Refusal>> decide(Caller caller, PhoneCalls.OfDirectory call, CallResult result) {
        if (call.has(result)) {
            return Uni.createFrom().item(Optional.empty());
        }
        if (!call.waits()) {
            return Uni.createFrom().item(call.refusal());
        }
        return Transactions.now()
                .chain(now -> phoneCalls.record(call, PhoneCalls.Result.of(result, caller, now)))
                .chain(() -> result.answered() ? Uni.createFrom().voidItem() : next(call))
                .chain(() -> journal.record(caller, entry(call, result)))
                .replaceWith(Optional.empty());
    }

    private Uni<Void> next(PhoneCalls.OfDirectory call) {
        return channels.after(call.messageId(), call.to(), call.notification(), call.position());
    }

    private static Journal.Entry entry(PhoneCalls.OfDirectory call, CallResult result) {
        return new Journal.Entry(
                "directory-call-recorded",
                call.agency(),
                null,
                null,
                Map.of("messageId", call.messageId(), "phoneTaskId", call.id(), "outcome", result.outcome()));
    }
}
