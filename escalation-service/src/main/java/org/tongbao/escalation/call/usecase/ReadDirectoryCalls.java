package org.tongbao.escalation.call.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.escalation.directory.domain.DirectoryNotification;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Group;
import org.tongbao.platform.access.Transactions;

/** Calls of the directory. A code is shown to a duty desk that still has to read it aloud, and to nobody else. */
@ApplicationScoped
class ReadDirectoryCalls {
    private final Transactions transactions;
    private final PhoneTaskQueries queries;

    ReadDirectoryCalls(Transactions transactions, PhoneTaskQueries queries) {
        this.transactions = transactions;
        this.queries = queries;
    }

    Uni<List<DirectoryCall>> list(Caller caller, PhoneTaskQueries.DirectoryFilter question) {
        return transactions.as(caller, () -> queries.directoryCalls(question)).chain(found -> withCodes(caller, found));
    }

    Uni<Optional<DirectoryCall>> one(Caller caller, UUID id) {
        return transactions
                .as(caller, () -> queries.directoryCall(id))
                .chain(found -> withCodes(caller, found.stream().toList()))
                .map(found -> found.stream().findFirst());
    }

    private Uni<List<DirectoryCall>> withCodes(Caller caller, List<DirectoryCall> calls) {
        List<UUID> spoken = calls.stream()
                .filter(it -> it.waits() && it.notification().kind() == DirectoryNotification.Kind.CODE_REQUESTED)
                .map(DirectoryCall::messageId)
                .toList();
        if (spoken.isEmpty() || !caller.is(Group.DUTY_DESK)) {
            return Uni.createFrom().item(calls);
        }
        return transactions.asEngine(() -> queries.codes(spoken)).map(codes -> calls.stream()
                .map(it -> it.with(codes.get(it.messageId())))
                .toList());
    }
}
