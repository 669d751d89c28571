package org.tongbao.escalation.call.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.escalation.call.usecase.DirectoryCall;
import org.tongbao.escalation.call.usecase.NoticeCall;
import org.tongbao.escalation.call.usecase.PhoneTask;
import org.tongbao.escalation.directory.domain.DirectoryNotification;

/**
 * A call to make: whom, by which number, and what to say. What belongs to an incident is absent with a call of the directory.
 *
 * @param kind {@code notice} of an incident, or {@code directory}
 * @param dueAt until when the recipient must act, or after which the call is of no use
 * @param state {@code OPEN}, {@code DONE}, or {@code SUPERSEDED} when it is no longer needed
 * @param script to read aloud
 */
@Schema(name = "PhoneTask")
record PhoneTaskView(
        UUID id,
        String kind,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID noticeId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID messageId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID incidentId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String number,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String rule,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Text title,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String clause,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer level,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String tlp,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean exercise,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String recipientAgency,
        To to,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String because,
        @JsonInclude(JsonInclude.Include.NON_NULL) DirectoryNotification.@Nullable Kind matter,
        @Nullable Instant dueAt,
        Instant createdAt,
        String state,
        @Nullable String outcome,
        @Nullable String resultBy,
        @Nullable Instant resultAt,
        PhoneScript script) {

    record To(
            String name,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String role,

            String agency,
            String agencyName,
            String phone,
            String language) {}

    static PhoneTaskView of(PhoneTask task) {
        return task.match(PhoneTaskView::ofNotice, PhoneTaskView::ofDirectory);
    }

    private static PhoneTaskView ofNotice(NoticeCall it) {
        return new PhoneTaskView(
                it.id(),
                "notice",
                it.noticeId(),
                null,
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
                null,
                it.answerDueAt(),
                it.createdAt(),
                state(it.outcome(), it.state().equals("PENDING")),
                it.outcome(),
                it.resultByName(),
                it.resultAt(),
                PhoneScript.of(it));
    }

    private static PhoneTaskView ofDirectory(DirectoryCall it) {
        return new PhoneTaskView(
                it.id(),
                "directory",
                null,
                it.messageId(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new To(it.name(), null, it.agency(), it.agencyName(), it.phone(), it.language()),
                null,
                it.notification().kind(),
                it.notification().expiresAt().orElse(null),
                it.createdAt(),
                state(it.outcome(), it.waits()),
                it.outcome(),
                it.resultByName(),
                it.resultAt(),
                DirectoryScript.of(it));
    }

    private static String state(@Nullable String outcome, boolean waits) {
        if (outcome != null) {
            return "DONE";
        }
        return waits ? "OPEN" : "SUPERSEDED";
    }
}
