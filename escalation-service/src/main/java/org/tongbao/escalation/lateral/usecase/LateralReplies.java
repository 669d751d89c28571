package org.tongbao.escalation.lateral.usecase;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;

/** The replies of affected agencies. */
public interface LateralReplies {
    /** Within a transaction of the engine. */
    Uni<Void> add(RecordedReply reply, String subject);

    /** Within a transaction of the caller, in the order they were given. */
    Uni<List<RecordedReply>> ofNotice(UUID noticeId);
}
