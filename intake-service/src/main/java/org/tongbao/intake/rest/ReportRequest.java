package org.tongbao.intake.rest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.contracts.procedure.Answers;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.intake.domain.AffectedAgency;
import org.tongbao.intake.domain.FilingChannel;
import org.tongbao.intake.domain.Report;
import org.tongbao.platform.http.RequestBody;

/** The body of a report: the fields that rules need are bound, the whole body is stored. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ReportRequest(
        @Nullable String agency,
        @Nullable FiledBy filedBy,
        @Nullable String title,
        @Nullable OffsetDateTime occurredAt,
        @Nullable OffsetDateTime discoveredAt,
        @Nullable OffsetDateTime confirmedAt,
        @Nullable OffsetDateTime awareAt,
        @Nullable Category category,
        @Nullable String tlp,
        @Nullable Impact impact,
        @Nullable Integer declaredLevel,
        Support support,
        @Nullable List<NamedAgency> affectedAgencies,
        @Nullable Approval approval,
        boolean exercise) {
    static final RequestBody<ReportRequest> BODY = RequestBody.of(
            ReportRequest.class,
            "schemas/report.json",
            "invalid-report",
            new Text("通報內容需要修正", "The report needs correction"));
    private static final String DEFAULT_TLP = "AMBER";

    /** A report taken by phone or fax. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record FiledBy(String channel, OffsetDateTime receivedAt, String reason) {}

    record Category(@Nullable String rsit, @Nullable String local) {}

    record Impact(
            @Nullable Harm confidentiality,
            @Nullable Harm integrity,
            @Nullable Interruption availability,
            boolean personalData) {
        Answers answers() {
            return new Answers(
                    confidentiality == null ? null : confidentiality.answer(),
                    integrity == null ? null : integrity.answer(),
                    availability == null ? null : availability.answer());
        }
    }

    record Harm(String business, String data, String severity) {
        Answers.Harm answer() {
            return new Answers.Harm(
                    word(Answers.Business.class, business),
                    word(Answers.Data.class, data),
                    word(Answers.Severity.class, severity));
        }
    }

    record Interruption(String business, String tolerableInterruption) {
        Answers.Interruption answer() {
            return new Answers.Interruption(
                    word(Answers.Business.class, business),
                    word(Answers.TolerableInterruption.class, tolerableInterruption));
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Support(boolean needed) {}

    record NamedAgency(String agency, String why) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Approval(String role) {}

    Report report() {
        return new Report(
                title,
                instant(occurredAt),
                instant(discoveredAt),
                instant(confirmedAt),
                instant(awareAt),
                impact == null ? new Answers(null, null, null) : impact.answers(),
                declaredLevel == null ? null : Level.of(declaredLevel),
                category == null ? null : category.local(),
                category == null ? null : category.rsit(),
                tlp == null ? DEFAULT_TLP : tlp,
                impact != null && impact.personalData(),
                support.needed(),
                exercise,
                approval != null,
                affected());
    }

    private List<AffectedAgency> affected() {
        return affectedAgencies == null
                ? List.of()
                : affectedAgencies.stream()
                        .map(it -> new AffectedAgency(it.agency(), it.why()))
                        .toList();
    }

    FilingChannel channel() {
        return filedBy == null
                ? FilingChannel.PORTAL
                : FilingChannel.valueOf(filedBy.channel().toUpperCase(Locale.ROOT));
    }

    static <E extends Enum<E> & Keyed> E word(Class<E> vocabulary, String key) {
        return Keyed.find(vocabulary, key)
                .orElseThrow(() -> new IllegalStateException("the schema lets through " + key));
    }

    static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
