package org.tongbao.escalation.notice.usecase;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.escalation.notice.domain.Unreached;

/** What people look up. Within a transaction of the caller, who sees what row-level security shows him. */
public interface NoticeQueries {
    Uni<List<Summary>> list(Filter filter);

    Uni<Optional<Summary>> find(UUID id);

    Uni<List<Step>> steps(UUID noticeId);

    Uni<List<Recipient>> recipients(UUID noticeId);

    /** The affected agencies that wait for a decision on this notice; empty when it asks for none. */
    Uni<Optional<Confirmation>> confirmation(UUID noticeId);

    /** Whether the agency is the caller's own or stands below it. */
    Uni<Boolean> within(String agency);

    /** Those of these agencies that are the caller's own or stand below it: whose people he may see. */
    Uni<Set<String>> within(Collection<String> agencies);

    /**
     * @param after cursor: the id of the last notice of the page before
     */
    record Filter(
            @Nullable UUID incident,
            @Nullable Instant updatedSince,
            @Nullable UUID after,
            int limit) {}

    record Summary(
            UUID id,
            UUID incidentId,
            String incidentAgency,
            String number,
            String rule,
            Text title,
            String clause,
            String recipientAgency,
            int level,
            String tlp,
            boolean exercise,
            String status,
            @Nullable String endReason,
            int loop,
            int step,
            Instant openedAt,
            Instant updatedAt,
            @Nullable Instant nextStepAt,
            @Nullable Instant answerDueAt,
            @Nullable Instant endedAt,
            @Nullable Taken taken,
            List<Unreached> unreached) {}

    /**
     * @param enteredBy who entered it for him; null when he did it himself
     */
    record Taken(
            String name,
            String role,
            String agency,
            String method,
            Instant at,
            @Nullable EnteredBy enteredBy) {}

    record EnteredBy(String name, String agency) {}

    record Step(int loop, int step, @Nullable String because, int told, Instant at) {}

    record Recipient(
            UUID id,
            String name,
            String role,
            String agency,
            @Nullable Instant acknowledgedAt,
            @Nullable String acknowledgedMethod,
            List<Delivery> deliveries) {
        public Recipient with(List<Delivery> other) {
            return new Recipient(id, name, role, agency, acknowledgedAt, acknowledgedMethod, other);
        }
    }

    record Delivery(
            UUID id,
            String channel,
            String role,
            String because,
            int loop,
            int step,
            String state,
            @Nullable String reason,
            Instant createdAt,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant endedAt,
            List<Attempt> attempts) {
        public Delivery with(List<Attempt> other) {
            return new Delivery(
                    id, channel, role, because, loop, step, state, reason, createdAt, nextAttemptAt, endedAt, other);
        }
    }

    record Attempt(
            int number,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String outcome,
            @Nullable String reason,
            @Nullable String relay) {}

    /**
     * @param decision {@code CONFIRMED, DECLINED}, null while they wait
     */
    record Confirmation(
            List<String> affectedAgencies,
            @Nullable String decision,
            @Nullable String reason,
            @Nullable String decidedBy,
            @Nullable String decidedByAgency,
            @Nullable Instant decidedAt) {}
}
