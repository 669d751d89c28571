package org.tongbao.intake.response.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.intake.response.domain.ResponseAction;
import org.tongbao.intake.response.domain.ResponseKind;
import org.tongbao.intake.rest.InvalidResponse;
import org.tongbao.intake.rest.TimeChecks;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.http.RequestBody;
import org.tongbao.platform.http.Violation;

/** The body of a response endpoint: validated against the schema of its kind, and stored as a whole. */
final class ResponseBody {
    private static final List<String> TIMES = List.of("at", "formedAt", "heldAt", "completedAt", "outageEndedAt");
    private static final Map<ResponseKind, ResponseBody> BODIES = new EnumMap<>(ResponseKind.class);

    static {
        Arrays.stream(ResponseKind.values()).forEach(kind -> BODIES.put(kind, new ResponseBody(kind)));
    }

    private final RequestBody<? extends ResponsePayload> body;

    private ResponseBody(ResponseKind kind) {
        String schema = "schemas/" + kind.key() + ".json";
        this.body = RequestBody.of(payload(kind), schema, InvalidResponse.SLUG, InvalidResponse.TITLE);
    }

    /** The action, and why as stated by the reporter. */
    record Entered(ResponseAction action, @Nullable String why) {}

    static ResponseBody of(ResponseKind kind) {
        return Objects.requireNonNull(BODIES.get(kind));
    }

    private static Class<? extends ResponsePayload> payload(ResponseKind kind) {
        return switch (kind) {
            case MILESTONES -> ResponsePayload.Reached.class;
            case TEAM -> ResponsePayload.Team.class;
            case MEETINGS -> ResponsePayload.Meeting.class;
            case EVIDENCE -> ResponsePayload.Evidence.class;
            case ROOT_CAUSE -> ResponsePayload.RootCause.class;
            case IMPROVEMENTS -> ResponsePayload.Improvements.class;
            case EFFECT_REPORTS -> ResponsePayload.EffectReport.class;
            case FINAL_REPORT -> ResponsePayload.FinalReport.class;
            case CLOSING_REQUEST -> ResponsePayload.ClosingRequest.class;
            case RETROACTIVE_FILING -> ResponsePayload.RetroactiveFiling.class;
            case LEVEL_CHANGES -> ResponsePayload.LevelChange.class;
            case SIGN_OFFS -> ResponsePayload.SignOff.class;
        };
    }

    JsonNode tree(byte[] sent) {
        return body.tree(sent);
    }

    Entered read(JsonNode tree, Caller caller, Instant now) {
        ResponsePayload bound = body.read(tree, it -> notInTheFuture(it, now));
        return new Entered(bound.action(caller), bound.why());
    }

    private static List<Violation> notInTheFuture(JsonNode tree, Instant now) {
        Text name = new Text("時間", "The time");
        Instant latest = now.plus(TimeChecks.TOLERANCE);
        return TIMES.stream()
                .filter(field -> TimeChecks.time(tree.path(field))
                        .filter(at -> at.toInstant().isAfter(latest))
                        .isPresent())
                .map(field -> TimeChecks.inTheFuture(
                        "/" + field, name, tree.path(field).asText()))
                .toList();
    }
}
