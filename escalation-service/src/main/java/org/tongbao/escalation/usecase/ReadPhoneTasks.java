package org.tongbao.escalation.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Transactions;

/** The call sheet of a duty desk, the gravest first. */
@ApplicationScoped
public class ReadPhoneTasks {
    private final Transactions transactions;
    private final NoticeReading reading;

    ReadPhoneTasks(Transactions transactions, NoticeReading reading) {
        this.transactions = transactions;
        this.reading = reading;
    }

    public Uni<List<NoticeReading.Task>> list(Caller caller, NoticeReading.TaskQuestion question) {
        return transactions.as(caller, () -> reading.phoneTasks(question));
    }

    public Uni<Optional<NoticeReading.Task>> one(Caller caller, UUID id) {
        return transactions.as(caller, () -> reading.phoneTask(id));
    }
}
