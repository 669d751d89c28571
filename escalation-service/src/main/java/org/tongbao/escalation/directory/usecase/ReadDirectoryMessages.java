package org.tongbao.escalation.directory.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.escalation.directory.usecase.DirectoryMessageQueries.Attempt;
import org.tongbao.escalation.directory.usecase.DirectoryMessageQueries.Summary;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;

/** Shows messages of the directory, their channels and their outcome. */
@ApplicationScoped
public class ReadDirectoryMessages {
    private final Transactions transactions;
    private final DirectoryMessageQueries queries;

    ReadDirectoryMessages(Transactions transactions, DirectoryMessageQueries queries) {
        this.transactions = transactions;
        this.queries = queries;
    }

    /** A message with every attempt. */
    public record Detail(Summary message, List<Attempt> attempts) {}

    public Uni<List<Summary>> list(Caller caller, DirectoryMessageQueries.Filter question) {
        return transactions.as(caller, () -> queries.list(question));
    }

    public Uni<Optional<Detail>> one(Caller caller, UUID id) {
        return transactions.as(caller, () -> queries.find(id).chain(found -> found.map(this::detail)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))));
    }

    private Uni<Optional<Detail>> detail(Summary message) {
        return queries.attempts(message.id()).map(attempts -> Optional.of(new Detail(message, attempts)));
    }
}
