package org.tongbao.escalation.usecase;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.escalation.domain.EndReason;
import org.tongbao.escalation.domain.Notice;

/** What a person who was told can prove himself with. Within a transaction of the engine. */
public interface Letters {
    Uni<Optional<Letter>> find(UUID id);

    /** All of a notice. */
    Uni<List<Letter>> ofNotice(UUID noticeId);

    /** Counts a wrong try; the count starts anew an hour after its first. */
    Uni<Void> countTry(UUID id);

    /**
     * @param tries wrong ones since {@code triesFrom}
     * @param taken who acknowledged the notice, null while nobody did
     * @param endedAt when the notice was acknowledged or ended
     */
    record Letter(
            UUID id,
            UUID noticeId,
            UUID contact,
            String name,
            String role,
            byte[] tokenHash,
            byte[] codeHash,
            int tries,
            @Nullable Instant triesFrom,
            @Nullable Instant acknowledgedAt,
            Notice.Status status,
            @Nullable EndReason end,
            @Nullable Instant endedAt,
            OutgoingNotice.@Nullable TakenBy taken,
            String number,
            Text title,
            int level,
            String tlp,
            @Nullable Instant dueAt,
            boolean exercise) {}
}
