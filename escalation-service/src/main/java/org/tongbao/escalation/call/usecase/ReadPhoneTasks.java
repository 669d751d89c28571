package org.tongbao.escalation.call.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;

/** The call sheet of a duty desk, the gravest first, the calls of the directory last. */
@ApplicationScoped
public class ReadPhoneTasks {
    private final Transactions transactions;
    private final PhoneTaskQueries queries;
    private final ReadDirectoryCalls directoryCalls;

    ReadPhoneTasks(Transactions transactions, PhoneTaskQueries queries, ReadDirectoryCalls directoryCalls) {
        this.transactions = transactions;
        this.queries = queries;
        this.directoryCalls = directoryCalls;
    }

    public Uni<List<PhoneTask>> list(Caller caller, PhoneTaskQueries.Filter question) {
        if (question.afterDirectory()) {
            return directory(caller, question, List.of(), question.afterId());
        }
        return transactions
                .as(caller, () -> queries.noticeCalls(question))
                .chain(notices -> directory(caller, question, notices, null));
    }

    /** Fills the page up. Of one incident there is nothing in the directory. */
    private Uni<List<PhoneTask>> directory(
            Caller caller,
            PhoneTaskQueries.Filter question,
            List<NoticeCall> notices,
            @org.jspecify.annotations.Nullable UUID after) {
        int room = question.limit() - notices.size();
        if (room == 0 || question.incident() != null) {
            return Uni.createFrom().item(List.copyOf(notices));
        }
        return directoryCalls
                .list(caller, new PhoneTaskQueries.DirectoryFilter(question.open(), after, room))
                .map(calls -> Stream.<PhoneTask>concat(notices.stream(), calls.stream())
                        .toList());
    }

    public Uni<Optional<PhoneTask>> one(Caller caller, UUID id) {
        return transactions
                .as(caller, () -> queries.noticeCall(id))
                .chain(notice -> notice.isPresent()
                        ? Uni.createFrom().item(notice.map(PhoneTask.class::cast))
                        : directoryCalls.one(caller, id).map(call -> call.map(PhoneTask.class::cast)));
    }
}
