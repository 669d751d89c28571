package org.tongbao.escalation.usecase;

import io.smallrye.mutiny.Uni;

/** The replies of affected agencies. Within a transaction of the engine. */
public interface LateralReplies {
    Uni<Void> add(NoticeReading.Reply reply, String subject);
}
