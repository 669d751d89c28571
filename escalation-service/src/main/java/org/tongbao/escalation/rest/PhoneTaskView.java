package org.tongbao.escalation.rest;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongbao.escalation.usecase.NoticeReading;
import org.tongbao.escalation.usecase.OutgoingNotice;

/**
 * A call to make: whom, by which number, and what to say.
 *
 * @param state {@code OPEN}, {@code DONE}, or {@code SUPERSEDED} when somebody acknowledged meanwhile
 * @param script to read aloud
 */
@Schema(name = "PhoneTask")
record PhoneTaskView(
        UUID id,
        UUID noticeId,
        UUID incidentId,
        String number,
        String rule,
        OutgoingNotice.Title title,
        String clause,
        int level,
        String tlp,
        boolean exercise,
        String recipientAgency,
        To to,
        String because,
        @Nullable Instant dueAt,
        Instant createdAt,
        String state,
        @Nullable String outcome,
        @Nullable String resultBy,
        @Nullable Instant resultAt,
        PhoneScript script) {

    record To(String name, String role, String agency, String agencyName, String phone, String language) {}

    static PhoneTaskView of(NoticeReading.Task it) {
        return new PhoneTaskView(
                it.id(),
                it.noticeId(),
                it.incidentId(),
                it.number(),
                it.rule(),
                it.title(),
                it.clause(),
                it.level(),
                it.tlp(),
                it.exercise(),
                it.recipientAgency(),
                new To(it.name(), it.role(), it.agency(), it.agencyName(), it.phone(), it.language()),
                it.because(),
                it.answerDueAt(),
                it.createdAt(),
                state(it),
                it.outcome(),
                it.resultByName(),
                it.resultAt(),
                PhoneScript.of(it));
    }

    private static String state(NoticeReading.Task it) {
        if (it.outcome() != null) {
            return "DONE";
        }
        return it.state().equals("PENDING") ? "OPEN" : "SUPERSEDED";
    }
}
