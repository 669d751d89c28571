package org.tongbao.escalation.lateral.usecase;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A reply as it is kept: who gave it, and when. */
public record RecordedReply(
        UUID id, UUID noticeId, String reply, @Nullable String note, String by, Instant at) {}
