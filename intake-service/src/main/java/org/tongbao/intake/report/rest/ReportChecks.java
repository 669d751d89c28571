package org.tongbao.intake.report.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongbao.contracts.Text;
import org.tongbao.intake.report.usecase.WrongAffectedAgencies;
import org.tongbao.intake.rest.TimeChecks;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.access.Group;
import org.tongbao.platform.http.Violation;

/** Checks of a report beyond its schema. They run on the tree, whatever the schema found. */
final class ReportChecks {
    private static final Map<String, Text> TIMES = Map.of(
            "occurredAt", new Text("發生時間", "The time of occurrence"),
            "discoveredAt", new Text("發現時間", "The time of discovery"),
            "confirmedAt", new Text("確認時間", "The time of confirmation"),
            "awareAt", new Text("知悉時間", "The time of awareness"));
    private static final Text CALL = new Text("通話時間", "The time of the call");
    private static final Text MISSING = new Text("必須填寫。", "This field is required.");

    private final List<Violation> violations = new ArrayList<>();

    private ReportChecks() {}

    static List<Violation> of(JsonNode tree, Caller caller, Instant now) {
        ReportChecks checks = new ReportChecks();
        if (tree.isObject()) {
            checks.filing(tree, caller, now);
            checks.content(tree, now);
        }
        return checks.violations;
    }

    /** The same for a report that is supplemented. */
    static List<Violation> ofContent(JsonNode tree, Instant now) {
        ReportChecks checks = new ReportChecks();
        checks.content(tree, now);
        return checks.violations;
    }

    /** Found when the directory was asked. */
    static List<Violation> ofAffected(List<WrongAffectedAgencies.Wrong> wrong) {
        return wrong.stream().map(ReportChecks::violation).toList();
    }

    private static Violation violation(WrongAffectedAgencies.Wrong it) {
        String pointer = "/affectedAgencies/" + it.position() + "/agency";
        return switch (it.why()) {
            case UNKNOWN -> new Violation(pointer, "unknown-agency", new Text("查無這個機關代碼。", "No such agency is known."));
            case ITSELF ->
                new Violation(
                        pointer,
                        "own-agency",
                        new Text("通報機關本身不必列為受影響機關。", "The reporting agency itself is not named here."));
        };
    }

    private void content(JsonNode tree, Instant now) {
        TIMES.forEach((field, name) -> notInTheFuture(tree, "/" + field, name, now.plus(TimeChecks.TOLERANCE)));
        if (tree.path("awareAt").isMissingNode() && tree.path("occurredAt").isMissingNode()) {
            missing("/awareAt", new Text("請填知悉或發生時間。", "Say when it became known, or when it occurred."));
        }
        JsonNode impact = tree.path("impact");
        boolean assessed = impact.has("confidentiality") || impact.has("integrity") || impact.has("availability");
        if (tree.path("declaredLevel").isMissingNode() && !assessed) {
            missing("/declaredLevel", new Text("請填等級，或填 impact 供系統評估。", "Declare a level, or answer impact."));
        }
        affectedTwice(tree.path("affectedAgencies"));
    }

    private void filing(JsonNode tree, Caller caller, Instant now) {
        boolean forAnother = tree.has("agency") && !tree.path("agency").asText().equals(caller.agency());
        if (caller.is(Group.DUTY_DESK) && forAnother && !tree.has("filedBy")) {
            missing("/filedBy", MISSING);
        }
        if (tree.has("filedBy") && !tree.has("agency")) {
            missing("/agency", MISSING);
        }
        notInTheFuture(tree, "/filedBy/receivedAt", CALL, now);
    }

    private void affectedTwice(JsonNode affected) {
        Set<String> named = new HashSet<>();
        for (int i = 0; i < affected.size(); i++) {
            if (!named.add(affected.path(i).path("agency").asText())) {
                violations.add(new Violation(
                        "/affectedAgencies/" + i + "/agency",
                        "named-twice",
                        new Text("這個機關已列出。", "This agency is named already.")));
            }
        }
    }

    private void notInTheFuture(JsonNode tree, String pointer, Text name, Instant latest) {
        TimeChecks.time(tree.at(pointer))
                .filter(at -> at.toInstant().isAfter(latest))
                .ifPresent(at -> violations.add(
                        TimeChecks.inTheFuture(pointer, name, tree.at(pointer).asText())));
    }

    private void missing(String pointer, Text detail) {
        violations.add(new Violation(pointer, "missing", detail));
    }
}
