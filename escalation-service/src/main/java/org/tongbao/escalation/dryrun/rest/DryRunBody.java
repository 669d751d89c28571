package org.tongbao.escalation.dryrun.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.contracts.procedure.Occasion;
import org.tongbao.platform.http.RequestBody;
import org.tongbao.platform.http.Violation;

/**
 * @param procedure id; the agency's own when it is not named
 * @param occasion word of the procedures, {@code incident-reported} when it is not named
 * @param reviewing whose review it would be, for occasions of a review
 * @param at when it would happen, now when it is not named
 */
@Schema(name = "DryRun")
record DryRunBody(
        String agency,
        @Nullable String procedure,
        @Nullable String occasion,
        int level,
        @Nullable String tlp,
        @Nullable List<String> affectedAgencies,
        @Nullable String reviewing,
        @Nullable OffsetDateTime at) {
    static final String SLUG = "invalid-dry-run";
    static final Text TITLE = new Text("試算內容需要修正", "The dry run needs correction");
    private static final RequestBody<DryRunBody> BODY =
            RequestBody.of(DryRunBody.class, "schemas/dry-run.json", SLUG, TITLE);

    static DryRunBody read(byte[] body) {
        return BODY.read(body, DryRunBody::unknownOccasion);
    }

    private static List<Violation> unknownOccasion(JsonNode tree) {
        JsonNode occasion = tree.path("occasion");
        if (!occasion.isTextual()
                || Keyed.find(Occasion.class, occasion.asText()).isPresent()) {
            return List.of();
        }
        String known = String.join(
                ", ", Arrays.stream(Occasion.values()).map(Occasion::key).toList());
        return List.of(
                new Violation("/occasion", "unknown-value", new Text("不是可用的值，可用：" + known, "Not one of " + known)));
    }

    Occasion on() {
        return Optional.ofNullable(occasion)
                .flatMap(it -> Keyed.find(Occasion.class, it))
                .orElse(Occasion.INCIDENT_REPORTED);
    }
}
