package org.tongbao.escalation.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.escalation.domain.Matter;
import org.tongbao.escalation.usecase.DirectoryReading.Call;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Group;
import org.tongbao.platform.access.Transactions;

/** Calls of the directory. A code is shown to a duty desk that still has to read it aloud, and to nobody else. */
@ApplicationScoped
class ReadDirectoryCalls {
    private final Transactions transactions;
    private final DirectoryReading reading;

    ReadDirectoryCalls(Transactions transactions, DirectoryReading reading) {
        this.transactions = transactions;
        this.reading = reading;
    }

    Uni<List<Call>> list(Caller caller, DirectoryReading.CallQuestion question) {
        return transactions.as(caller, () -> reading.calls(question)).chain(found -> withCodes(caller, found));
    }

    Uni<Optional<Call>> one(Caller caller, UUID id) {
        return transactions
                .as(caller, () -> reading.call(id))
                .chain(found -> withCodes(caller, found.stream().toList()))
                .map(found -> found.stream().findFirst());
    }

    private Uni<List<Call>> withCodes(Caller caller, List<Call> calls) {
        List<UUID> spoken = calls.stream()
                .filter(it -> it.waits() && it.matter().kind() == Matter.Kind.CODE_REQUESTED)
                .map(Call::messageId)
                .toList();
        if (spoken.isEmpty() || !caller.is(Group.DUTY_DESK)) {
            return Uni.createFrom().item(calls);
        }
        return transactions.asEngine(() -> reading.codes(spoken)).map(codes -> calls.stream()
                .map(it -> it.with(codes.get(it.messageId())))
                .toList());
    }
}
