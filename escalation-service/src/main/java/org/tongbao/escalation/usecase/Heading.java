package org.tongbao.escalation.usecase;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.contracts.procedure.NoticeRule;
import org.tongbao.escalation.domain.Incident;

/**
 * What stands on a notice and decides nothing: it was fixed when the notice was opened.
 *
 * @param incidentAgency whose incident it is
 * @param answerDueAt what the recipient must keep
 * @param cause the event that opened it; the same event opens it once
 */
public record Heading(
        UUID incidentId,
        String incidentAgency,
        String number,
        String tlp,
        boolean exercise,
        String procedureHash,
        Text title,
        String clause,
        @Nullable Instant answerDueAt,
        OutgoingNotice.Facts facts,
        UUID cause,
        Instant openedAt) {

    static Heading of(Incident incident, NoticeRule rule, Circumstances circumstances, Instant now) {
        return new Heading(
                incident.id(),
                incident.agency(),
                incident.number(),
                incident.tlp(),
                incident.exercise(),
                incident.procedureHash(),
                rule.name(),
                rule.clause(),
                circumstances.dueAt(),
                circumstances.facts(),
                circumstances.cause(),
                now);
    }
}
