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

/** Shows whom the directory told what, by which channel, and what came of it. */
@ApplicationScoped
public class ReadDirectoryMessages {
    private final Transactions transactions;
    private final DirectoryMessageQueries reading;

    ReadDirectoryMessages(Transactions transactions, DirectoryMessageQueries reading) {
        this.transactions = transactions;
        this.reading = reading;
    }

    /** A message with every attempt. */
    public record Whole(Summary message, List<Attempt> attempts) {}

    public Uni<List<Summary>> list(Caller caller, DirectoryMessageQueries.Filter question) {
        return transactions.as(caller, () -> reading.list(question));
    }

    public Uni<Optional<Whole>> one(Caller caller, UUID id) {
        return transactions.as(caller, () -> reading.find(id).chain(found -> found.map(this::whole)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))));
    }

    private Uni<Optional<Whole>> whole(Summary message) {
        return reading.attempts(message.id()).map(attempts -> Optional.of(new Whole(message, attempts)));
    }
}
