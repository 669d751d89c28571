package org.tongbao.escalation.acknowledgement.usecase;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.escalation.notice.domain.EndReason;
import org.tongbao.escalation.notice.domain.Notice;
import org.tongbao.escalation.notice.usecase.NoticeFacts;

/** What a recipient proves himself with. Within a transaction of the engine. */
public interface Credentials {
    Uni<Optional<Credential>> find(UUID id);

    /** All of a notice. */
    Uni<List<Credential>> ofNotice(UUID noticeId);

    /** Counts a wrong code typed on the page of this letter; the count starts anew an hour after its first. */
    Uni<Void> countTry(UUID id);

    /** How many wrong codes of this notice the caller entered since his first within the hour. */
    Uni<Integer> wrongTries(UUID noticeId, String subject);

    /** Counts one, likewise. */
    Uni<Void> countTry(UUID noticeId, String subject);

    /**
     * @param wrongTries codes typed on the page of the link since {@code wrongTriesFrom}
     * @param justArrived whether no mail has brought it yet, or one within the last two seconds: nobody reads so fast, but
     *     scanners of mail do
     * @param acknowledgedBy who acknowledged the notice, null while nobody did
     * @param endedAt when the notice was acknowledged or ended
     */
    record Credential(
            UUID id,
            UUID noticeId,
            UUID contact,
            String name,
            String role,
            byte[] tokenHash,
            byte[] codeHash,
            int wrongTries,
            @Nullable Instant wrongTriesFrom,
            boolean justArrived,
            @Nullable Instant acknowledgedAt,
            Notice.Status status,
            @Nullable EndReason end,
            @Nullable Instant endedAt,
            NoticeFacts.@Nullable AcknowledgedBy acknowledgedBy,
            String number,
            Text title,
            int level,
            String tlp,
            @Nullable Instant dueAt,
            boolean exercise) {}
}
