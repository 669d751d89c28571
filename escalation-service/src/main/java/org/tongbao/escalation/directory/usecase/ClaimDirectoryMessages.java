package org.tongbao.escalation.directory.usecase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.tongbao.escalation.delivery.usecase.DeliverySettings;
import org.tongbao.platform.access.Transactions;

/** Takes messages of the directory that are due out of the table, so that this process sends them and no other. */
@ApplicationScoped
public class ClaimDirectoryMessages {
    private final Transactions transactions;
    private final DirectoryMessages messages;
    private final DeliverySettings settings;

    ClaimDirectoryMessages(Transactions transactions, DirectoryMessages messages, DeliverySettings settings) {
        this.transactions = transactions;
        this.messages = messages;
        this.settings = settings;
    }

    public Uni<List<DirectoryMessages.Claimed>> claim(int limit) {
        return transactions.asEngine(() -> messages.claim(limit, settings.lease()));
    }
}
