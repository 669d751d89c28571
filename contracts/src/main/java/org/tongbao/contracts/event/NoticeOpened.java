package org.tongbao.contracts.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 通知: somebody must be told.
 *
 * @param rule key of the procedure's notice rule, such as {@code urgent-notice} or {@code lateral-notice}
 * @param recipientAgency whose people are told
 * @param told who was told in the first step
 * @param unreached what reached nobody, with the rule {@code nobody-to-tell}
 */
public record NoticeOpened(
        UUID incidentId,
        UUID noticeId,
        String rule,
        String clause,
        String recipientAgency,
        Instant openedAt,
        List<Told> told,
        @Nullable List<Unreached> unreached)
        implements IncidentPayload {

    /**
     * One recipient by one channel.
     *
     * @param role the role he was told in
     * @param channel {@code mail, phone-task, sms, webhook}
     */
    public record Told(String name, String role, String agency, String channel) {}

    /**
     * A notice that reached nobody.
     *
     * @param rule its key, or the occasion that calls for one
     * @param agency whose people it was for; null when no agency was named
     * @param reason {@code RELATION_UNFILLED, UNKNOWN_AGENCY, NOBODY_IN_ROLE, LADDER_EXHAUSTED}
     */
    public record Unreached(String rule, @Nullable String agency, String reason) {}
}
