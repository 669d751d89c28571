package org.tongbao.escalation.notice.usecase;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.contracts.procedure.NoticeRule;
import org.tongbao.escalation.incident.domain.Incident;

/**
 * What stands on a notice and decides nothing: it was fixed when the notice was opened.
 *
 * @param incidentAgency whose incident it is
 * @param answerDueAt what the recipient must keep
 * @param cause the event that opened it; the same event opens it once
 */
public record NoticeHeader(
        UUID incidentId,
        String incidentAgency,
        String number,
        String tlp,
        boolean exercise,
        String procedureHash,
        Text title,
        String clause,
        @Nullable Instant answerDueAt,
        NoticeFacts facts,
        UUID cause,
        Instant openedAt) {

    static NoticeHeader of(Incident incident, NoticeRule rule, TriggerDetails details, Instant now) {
        return new NoticeHeader(
                incident.id(),
                incident.agency(),
                incident.number(),
                incident.tlp(),
                incident.exercise(),
                incident.procedureHash(),
                rule.name(),
                rule.clause(),
                details.dueAt(),
                details.facts(),
                details.cause(),
                now);
    }
}
