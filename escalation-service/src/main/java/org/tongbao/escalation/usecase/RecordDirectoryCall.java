package org.tongbao.escalation.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.escalation.usecase.DirectoryMessages.Call;
import org.tongbao.escalation.usecase.RecordCall.Outcome;
import org.tongbao.escalation.usecase.RecordCall.Said;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;
import org.tongbao.platform.journal.Journal;
import org.tongbao.platform.time.Clock;

/** Records what came of a call of the directory; one that reached nobody goes on by the next channel. */
@ApplicationScoped
class RecordDirectoryCall {
    private final Transactions transactions;
    private final DirectoryMessages messages;
    private final DirectoryChannels channels;
    private final ReadDirectoryCalls calls;
    private final Journal journal;
    private final Clock clock;

    RecordDirectoryCall(
            Transactions transactions,
            DirectoryMessages messages,
            DirectoryChannels channels,
            ReadDirectoryCalls calls,
            Journal journal,
            Clock clock) {
        this.transactions = transactions;
        this.messages = messages;
        this.channels = channels;
        this.calls = calls;
        this.journal = journal;
        this.clock = clock;
    }

    /** The call with its result; the same result twice changes nothing. */
    Uni<PhoneTask> record(Caller caller, UUID id, Said said) {
        return calls.one(caller, id)
                .invoke(AcknowledgeNotice::mustBeVisible)
                .chain(() -> transactions.asEngine(
                        () -> messages.lockCall(id).chain(call -> decide(caller, call.orElseThrow(), said))))
                .invoke(AcknowledgeNotice::mustNotBeRefused)
                .chain(() -> calls.one(caller, id))
                .map(Optional::orElseThrow);
    }

    private Uni<Optional<Refusal>> decide(Caller caller, Call call, Said said) {
        if (said.outcome().name().equals(call.outcome())) {
            return Uni.createFrom().item(Optional.empty());
        }
        if (!call.waits()) {
            return Uni.createFrom()
                    .item(Optional.of(call.outcome() == null ? Refusal.NO_LONGER_NEEDED : Refusal.ALREADY_RECORDED));
        }
        boolean answered = said.outcome() == Outcome.ANSWERED;
        var result = new PhoneCalls.Result(
                said.outcome().name(),
                answered ? OneAttempt.ACCEPTED : OneAttempt.PERMANENT,
                said.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                said.note(),
                caller,
                clock.now());
        return messages.record(call, result)
                .chain(() -> answered ? Uni.createFrom().voidItem() : next(call))
                .chain(() -> journal.record(caller, entry(call, said)))
                .replaceWith(Optional.empty());
    }

    private Uni<Void> next(Call call) {
        return channels.after(call.messageId(), call.to(), call.matter(), call.position());
    }

    private static Journal.Entry entry(Call call, Said said) {
        return new Journal.Entry(
                "directory-call-recorded",
                call.agency(),
                null,
                null,
                Map.of("messageId", call.messageId(), "phoneTaskId", call.id(), "outcome", said.outcome()));
    }
}
