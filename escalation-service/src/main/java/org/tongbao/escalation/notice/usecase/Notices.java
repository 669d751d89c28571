package org.tongbao.escalation.notice.usecase;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tongbao.escalation.contact.domain.Person;
import org.tongbao.escalation.contact.domain.Recipient;

/** The notices with their deliveries. All within a transaction of the engine. */
public interface Notices {
    /** Reads one and keeps everybody else from changing it until the transaction ends. */
    Uni<Optional<StoredNotice>> findForUpdate(UUID id);

    /** The same of many; in the order of their ids, so that two never wait for each other. */
    Uni<List<StoredNotice>> findAllForUpdate(Collection<UUID> ids);

    /** Locks the gravest of those that are due and nobody else is working on. */
    Uni<List<UUID>> dueForUpdate(int limit);

    /** Makes one due in a minute. */
    Uni<Void> postpone(UUID id);

    /** Those of an incident that are not ended, locked. */
    Uni<List<StoredNotice>> findRunningForUpdate(UUID incidentId);

    /** Keeps what changed, one statement for all. */
    Uni<Void> save(List<ChangedNotice> changes);

    /**
     * All recipients of notices of this incident that ask for an acknowledgement, by the agency that the notice was for:
     * each person once, and each mailbox once.
     *
     * @param rule of those of one rule only
     * @param notice of this one only
     */
    Uni<List<EarlierRecipients>> earlierRecipients(UUID incidentId, Optional<String> rule, Optional<UUID> notice);

    /**
     * Who is informed already that this person acknowledged another notice of the incident, which still stands.
     *
     * @param where as in the facts of that information
     * @return ids of contacts and addresses, in lower case
     */
    Uni<Set<String>> informedOf(StoredNotice acknowledged, NoticeFacts.AcknowledgedBy by, @Nullable String where);

    record EarlierRecipients(String recipientAgency, List<Recipient> recipients) {
        EarlierRecipients without(Predicate<Person> which) {
            return new EarlierRecipients(
                    recipientAgency,
                    recipients.stream().filter(it -> !which.test(it.person())).toList());
        }
    }
}
