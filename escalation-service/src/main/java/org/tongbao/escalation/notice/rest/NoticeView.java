package org.tongbao.escalation.notice.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.escalation.notice.domain.Unreached;
import org.tongbao.escalation.notice.usecase.NoticeQueries;
import org.tongbao.escalation.notice.usecase.ReadNotices;

/**
 * A notice as it is answered. Whose incident it is stays unsaid: an affected agency sees its notice and nothing more.
 *
 * @param nextStepAt when the ladder escalates unless somebody acknowledges
 * @param unreached what reached nobody, of a notice that tells that to the competent authority
 * @param steps with one notice only
 * @param recipients with one notice only
 * @param confirmation with one notice only, that asks whether many affected agencies are to be notified
 */
@Schema(name = "Notice")
record NoticeView(
        UUID id,
        UUID incidentId,
        String number,
        String rule,
        Text title,
        String clause,
        String recipientAgency,
        int level,
        String tlp,
        boolean exercise,
        String status,
        @Nullable String endReason,
        int loop,
        int step,
        Instant openedAt,
        Instant updatedAt,
        @Nullable Instant nextStepAt,
        @Nullable Instant dueAt,
        @Nullable Instant endedAt,
        NoticeQueries.@Nullable Taken acknowledgement,
        List<UnreachedView> unreached,
        @Nullable List<NoticeQueries.Step> steps,
        @Nullable List<NoticeQueries.Recipient> recipients,
        NoticeQueries.@Nullable Confirmation confirmation) {

    /**
     * @param agency whose people it was for; null when no agency was named
     */
    record UnreachedView(String rule, Text title, @Nullable String agency, String reason, Text because) {
        static UnreachedView of(Unreached it) {
            return new UnreachedView(
                    it.rule(),
                    it.title(),
                    it.agency(),
                    it.reason().name(),
                    it.reason().text());
        }
    }

    static NoticeView of(ReadNotices.Detail detail) {
        return of(
                detail.notice(),
                detail.steps(),
                detail.recipients(),
                detail.confirmation().orElse(null));
    }

    static NoticeView of(NoticeQueries.Summary it) {
        return of(it, null, null, null);
    }

    private static NoticeView of(
            NoticeQueries.Summary it,
            @Nullable List<NoticeQueries.Step> steps,
            @Nullable List<NoticeQueries.Recipient> recipients,
            NoticeQueries.@Nullable Confirmation confirmation) {
        return new NoticeView(
                it.id(),
                it.incidentId(),
                it.number(),
                it.rule(),
                it.title(),
                it.clause(),
                it.recipientAgency(),
                it.level(),
                it.tlp(),
                it.exercise(),
                it.status(),
                it.endReason(),
                it.loop(),
                it.step(),
                it.openedAt(),
                it.updatedAt(),
                it.nextStepAt(),
                it.answerDueAt(),
                it.endedAt(),
                it.taken(),
                it.unreached().stream().map(UnreachedView::of).toList(),
                steps,
                recipients,
                confirmation);
    }
}
