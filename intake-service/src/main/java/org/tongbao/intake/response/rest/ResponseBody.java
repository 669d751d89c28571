package org.tongbao.intake.response.rest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.intake.incident.domain.Milestone;
import org.tongbao.intake.response.domain.ResponseAction;
import org.tongbao.intake.response.domain.ResponseAction.Horizon;
import org.tongbao.intake.response.domain.ResponseKind;
import org.tongbao.intake.rest.InvalidResponse;
import org.tongbao.intake.rest.TimeChecks;
import org.tongbao.platform.access.Caller;
import org.tongbao.platform.http.RequestBody;
import org.tongbao.platform.http.Violation;

/**
 * The body of a response endpoint: validated against the schema of its kind, stored as a whole, and bound as far as the
 * action needs it.
 */
final class ResponseBody<T extends Record> {
    private static final List<String> TIMES = List.of("at", "formedAt", "heldAt", "completedAt", "outageEndedAt");
    private static final Map<ResponseKind, ResponseBody<?>> BODIES = new EnumMap<>(ResponseKind.class);

    static {
        Arrays.stream(ResponseKind.values()).forEach(kind -> BODIES.put(kind, body(kind)));
    }

    private final RequestBody<T> body;
    private final BiFunction<T, Caller, ResponseAction> action;
    private final Why<T> why;

    private ResponseBody(ResponseKind kind, Class<T> type, BiFunction<T, Caller, ResponseAction> action, Why<T> why) {
        String schema = "schemas/" + kind.key() + ".json";
        this.body = RequestBody.of(type, schema, InvalidResponse.SLUG, InvalidResponse.TITLE);
        this.action = action;
        this.why = why;
    }

    /** What the timeline quotes, as stated by the reporter. */
    @FunctionalInterface
    private interface Why<T> {
        @Nullable
        String of(T body);
    }

    /** The action, and why as stated by the reporter. */
    record Entered(ResponseAction action, @Nullable String why) {}

    static ResponseBody<?> of(ResponseKind kind) {
        return Objects.requireNonNull(BODIES.get(kind));
    }

    private static ResponseBody<?> body(ResponseKind kind) {
        return switch (kind) {
            case MILESTONES ->
                new ResponseBody<>(
                        kind,
                        Reached.class,
                        (it, caller) ->
                                ResponseAction.reach(it.milestone(), it.at().toInstant()),
                        it -> noted(it.milestone(), it.note()));
            case TEAM ->
                new ResponseBody<>(
                        kind,
                        Team.class,
                        (it, caller) -> ResponseAction.formTeam(it.formedAt().toInstant()),
                        Team::note);
            case MEETINGS ->
                new ResponseBody<>(
                        kind,
                        Meeting.class,
                        (it, caller) -> ResponseAction.holdMeeting(it.heldAt().toInstant()),
                        Meeting::overview);
            case EVIDENCE ->
                new ResponseBody<>(
                        kind,
                        Evidence.class,
                        (it, caller) ->
                                ResponseAction.preserveEvidence(it.malwareFound(), it.deliveredToExchangeArea()),
                        Evidence::what);
            case ROOT_CAUSE ->
                new ResponseBody<>(
                        kind,
                        RootCause.class,
                        (it, caller) ->
                                ResponseAction.findRootCause(it.completedAt().toInstant()),
                        RootCause::cause);
            case IMPROVEMENTS ->
                new ResponseBody<>(
                        kind, Improvements.class, (it, caller) -> it.action(), it -> noted(it.kind(), it.note()));
            case EFFECT_REPORTS ->
                new ResponseBody<>(
                        kind,
                        EffectReport.class,
                        (it, caller) -> ResponseAction.reportEffect(it.dataSubjectNotice() != null),
                        EffectReport::effect);
            case FINAL_REPORT ->
                new ResponseBody<>(
                        kind,
                        FinalReport.class,
                        (it, caller) -> ResponseAction.fileFinalReport(),
                        FinalReport::scopeAndLoss);
            case CLOSING_REQUEST ->
                new ResponseBody<>(
                        kind,
                        ClosingRequest.class,
                        (it, caller) -> ResponseAction.fileClosing(caller.subject()),
                        ClosingRequest::summary);
            case RETROACTIVE_FILING ->
                new ResponseBody<>(
                        kind,
                        RetroactiveFiling.class,
                        (it, caller) -> ResponseAction.fileRetroactively(
                                it.outageEndedAt().toInstant()),
                        RetroactiveFiling::note);
            case LEVEL_CHANGES ->
                new ResponseBody<>(
                        kind,
                        LevelChange.class,
                        (it, caller) -> ResponseAction.declareLevel(Level.of(it.level()), caller.agency()),
                        LevelChange::reason);
            case SIGN_OFFS -> new ResponseBody<>(kind, SignOff.class, (it, caller) -> it.action(caller), SignOff::note);
        };
    }

    private static String noted(Enum<?> what, @Nullable String note) {
        return note == null ? what.name() : what.name() + ": " + note;
    }

    JsonNode tree(byte[] sent) {
        return body.tree(sent);
    }

    Entered read(JsonNode tree, Caller caller, Instant now) {
        T bound = body.read(tree, it -> notInTheFuture(it, now));
        return new Entered(action.apply(bound, caller), why.of(bound));
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

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Reached(
            Milestone milestone,
            OffsetDateTime at,
            @Nullable String note) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Team(OffsetDateTime formedAt, @Nullable String note) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Meeting(OffsetDateTime heldAt, String overview) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Evidence(boolean malwareFound, boolean deliveredToExchangeArea, String what) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record RootCause(OffsetDateTime completedAt, String cause) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Improvements(
            Kind kind,
            OffsetDateTime at,
            @Nullable Horizon horizon,
            @Nullable String note) {
        enum Kind {
            DECIDED,
            PROGRESS,
            DONE
        }

        ResponseAction action() {
            return switch (kind) {
                case DECIDED -> ResponseAction.decideImprovements(at.toInstant());
                case PROGRESS -> ResponseAction.reportImprovements();
                case DONE ->
                    ResponseAction.finishImprovements(horizon == null ? Horizon.SHORT : horizon, at.toInstant());
            };
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record EffectReport(String effect, @Nullable DataSubjectNotice dataSubjectNotice) {
        @JsonIgnoreProperties(ignoreUnknown = true)
        record DataSubjectNotice(String decision) {}
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record FinalReport(String scopeAndLoss) {}

    record ClosingRequest(String summary) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record RetroactiveFiling(
            OffsetDateTime outageEndedAt, @Nullable String note) {}

    record LevelChange(int level, String reason) {}

    record SignOff(What what, @Nullable String note) {
        enum What {
            REPORT,
            RECORD
        }

        ResponseAction action(Caller caller) {
            return switch (what) {
                case REPORT -> ResponseAction.approveReport(caller.subject());
                case RECORD -> ResponseAction.signRecord();
            };
        }
    }
}
