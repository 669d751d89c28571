package org.tongbao.contracts.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * 通知: somebody must be told.
 *
 * @param rule key of the procedure's notice rule, such as {@code urgent-notice} or {@code lateral-notice}
 * @param recipientAgency whose people are told
 * @param told who was told in the first step
 */
public record NoticeOpened(
        UUID incidentId,
        UUID noticeId,
        String rule,
        String clause,
        String recipientAgency,
        Instant openedAt,
        List<Told> told)
        implements IncidentPayload {

    /**
     * One recipient by one channel.
     *
     * @param role the role he was told in
     * @param channel {@code mail, phone-task, sms, webhook}
     */
    public record Told(String name, String role, String agency, String channel) {}
}
