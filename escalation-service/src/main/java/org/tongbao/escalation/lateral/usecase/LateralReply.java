package org.tongbao.escalation.lateral.usecase;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an affected agency replies.
 *
 * @param reply {@code AFFECTED, NOT_AFFECTED, UNKNOWN}
 */
public record LateralReply(
        UUID noticeId, String reply, @Nullable String note) {}
