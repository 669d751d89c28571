package org.tongbao.escalation.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.escalation.usecase.NoticeReading;
import org.tongbao.escalation.usecase.ReadNotices;

/**
 * A notice as it is answered. Whose incident it is stays unsaid: an affected agency sees its notice and nothing more.
 *
 * @param nextStepAt when the ladder goes on unless somebody acknowledges
 * @param steps with one notice only
 * @param recipients with one notice only
 * @param confirmation with one notice only, that asks whether many affected agencies are to be told
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
        NoticeReading.@Nullable Taken acknowledgement,
        @Nullable List<NoticeReading.Step> steps,
        @Nullable List<NoticeReading.Recipient> recipients,
        NoticeReading.@Nullable Confirmation confirmation) {

    static NoticeView of(ReadNotices.Whole whole) {
        return of(
                whole.notice(),
                whole.steps(),
                whole.recipients(),
                whole.confirmation().orElse(null));
    }

    static NoticeView of(NoticeReading.Summary it) {
        return of(it, null, null, null);
    }

    private static NoticeView of(
            NoticeReading.Summary it,
            @Nullable List<NoticeReading.Step> steps,
            @Nullable List<NoticeReading.Recipient> recipients,
            NoticeReading.@Nullable Confirmation confirmation) {
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
                steps,
                recipients,
                confirmation);
    }
}
