package org.tongbao.intake.report.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongbao.contracts.Text;
import org.tongbao.intake.report.usecase.SupplementReport;
import org.tongbao.intake.rest.StoredJson;
import org.tongbao.platform.http.MergePatch;
import org.tongbao.platform.http.Violation;

/** A merge patch (RFC 7396) of a report. Anchors, and fields with an endpoint of their own, are not patched. */
final class ReportPatch {
    private static final Text STATED_ONCE = new Text("期限自此起算，通報後不能更改。", "Limits count from it; it is stated once.");
    private static final Map<String, Text> FIXED = Map.of(
            "agency", new Text("通報機關不能更改。", "The agency of a report does not change."),
            "filedBy", new Text("通報方式不能更改。", "How it was filed does not change."),
            "exercise", new Text("演練註記不能更改。", "Whether it is a drill does not change."),
            "approval", new Text("請以 sign-offs 核可。", "Approve it by sign-offs."),
            "declaredLevel", new Text("請以 level-changes 申請等級變更。", "Declare another level by level-changes."),
            "affectedAgencies", new Text("請以 affected-agencies 指明受影響機關。", "Name them by affected-agencies."));
    private static final List<String> ANCHORS = List.of("occurredAt", "discoveredAt", "confirmedAt", "awareAt");

    private ReportPatch() {}

    static SupplementReport.Written into(String content, JsonNode patch, Instant now) {
        JsonNode before = StoredJson.tree(content);
        JsonNode merged = MergePatch.apply(before, patch);
        ReportRequest request = ReportRequest.BODY.read(merged, tree -> violations(before, tree, now));
        return new SupplementReport.Written(request.report(), merged.toString());
    }

    private static List<Violation> violations(JsonNode before, JsonNode merged, Instant now) {
        if (!merged.isObject()) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>(ReportChecks.ofContent(merged, now));
        FIXED.forEach((field, detail) -> {
            if (!before.path(field).equals(merged.path(field))) {
                violations.add(new Violation("/" + field, "not-changeable", detail));
            }
        });
        ANCHORS.stream()
                .filter(field -> before.has(field) && !before.path(field).equals(merged.path(field)))
                .forEach(field -> violations.add(new Violation("/" + field, "not-changeable", STATED_ONCE)));
        return violations;
    }
}
