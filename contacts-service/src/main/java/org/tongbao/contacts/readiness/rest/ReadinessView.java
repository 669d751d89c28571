package org.tongbao.contacts.readiness.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.duty.domain.Interval;
import org.tongbao.contacts.readiness.domain.Readiness;
import org.tongbao.contacts.readiness.domain.Reason;
import org.tongbao.contacts.readiness.domain.ReasonTexts;
import org.tongbao.contacts.readiness.usecase.ReadinessResults;
import org.tongbao.contracts.procedure.Role;
import org.tongbao.platform.time.Times;

/** Whether an agency could be reached, what is wrong, and how it is mended. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Readiness")
record ReadinessView(String agency, boolean ready, int score, List<ReasonView> reasons) {
    /**
     * @param code such as {@code channels-unproven}
     * @param from when it begins; absent when it is so at all times
     * @param sentence says what to do
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ReadinessReason")
    record ReasonView(
            String code,
            @Nullable String role,
            @Nullable UUID contact,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime until,
            @Nullable String clause,
            Sentence sentence) {
        static ReasonView of(Reason reason) {
            Role role = reason.role();
            Interval span = reason.interval();
            var words = ReasonTexts.of(reason);
            return new ReasonView(
                    reason.kind().key(),
                    role == null ? null : role.key(),
                    reason.contact(),
                    span == null ? null : Times.shown(span.from()),
                    span == null ? null : Times.shown(span.until()),
                    reason.clause(),
                    new Sentence(words.chinese(), words.english()));
        }
    }

    record Sentence(
            @JsonProperty("zh-TW") String chinese,
            @JsonProperty("en") String english) {}

    static ReadinessView of(AgencyCode agency, Readiness readiness) {
        return new ReadinessView(
                agency.value(),
                readiness.isReady(),
                readiness.score(),
                readiness.reasons().stream().map(ReasonView::of).toList());
    }

    /**
     * One line of the list.
     *
     * @param reasons how many there are; the agency's own endpoint lists them
     * @param evaluatedAt absent while nobody was ever filed there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AgencyReadiness")
    record Line(
            String agency,
            String name,
            @Nullable String nameEnglish,
            boolean ready,
            int score,
            int reasons,
            @Nullable OffsetDateTime evaluatedAt) {
        static Line of(ReadinessResults.Listed it) {
            return new Line(
                    it.agency().value(),
                    it.name(),
                    it.nameEnglish(),
                    it.evaluatedAt() != null && it.reasons() == 0,
                    it.score(),
                    it.reasons(),
                    Times.shownOrNull(it.evaluatedAt()));
        }
    }
}
