package org.tongbao.intake.report.rest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.contracts.procedure.Answers;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.intake.affected.domain.AffectedAgency;
import org.tongbao.intake.report.domain.FilingChannel;
import org.tongbao.intake.report.domain.Report;
import org.tongbao.intake.rest.ImpactRequest;
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
        @Nullable ImpactRequest impact,
        @Nullable Integer declaredLevel,
        Support support,
        @Nullable List<NamedAgency> affectedAgencies,
        @Nullable Approval approval,
        boolean exercise) {
    static final String SLUG = "invalid-report";
    static final Text TITLE = new Text("通報內容需要修正", "The report needs correction");
    static final RequestBody<ReportRequest> BODY =
            RequestBody.of(ReportRequest.class, "schemas/report.json", SLUG, TITLE);
    private static final String DEFAULT_TLP = "AMBER";

    /** A report taken by phone or fax. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record FiledBy(String channel, OffsetDateTime receivedAt, String reason) {}

    record Category(@Nullable String rsit, @Nullable String local) {}

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

    static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
