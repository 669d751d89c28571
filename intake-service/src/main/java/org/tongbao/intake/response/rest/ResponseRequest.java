package org.tongbao.intake.response.rest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** The bodies of the response endpoints; each kind has its own schema, and the whole body is stored. */
sealed interface ResponseRequest {
    ResponseAction action(Caller caller);

    /** For the timeline, as stated by the reporter. */
    @Nullable
    String why();

    static ResponseRequest read(ResponseKind kind, JsonNode tree, Instant now) {
        return Objects.requireNonNull(Bodies.OF.get(kind)).read(tree, it -> notInTheFuture(it, now));
    }

    static JsonNode tree(ResponseKind kind, byte[] body) {
        return Objects.requireNonNull(Bodies.OF.get(kind)).tree(body);
    }

    private static List<Violation> notInTheFuture(JsonNode tree, Instant now) {
        Text name = new Text("時間", "The time");
        Instant latest = now.plus(TimeChecks.TOLERANCE);
        return Bodies.TIMES.stream()
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
            @Nullable String note) implements ResponseRequest {
        @Override
        public ResponseAction action(Caller caller) {
            return new ResponseAction.Reach(milestone, at.toInstant());
        }

        @Override
        public String why() {
            return note == null ? milestone.name() : milestone.name() + ": " + note;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Team(OffsetDateTime formedAt, @Nullable String note) implements ResponseRequest {
        @Override
        public ResponseAction action(Caller caller) {
            return new ResponseAction.FormTeam(formedAt.toInstant());
        }

        @Override
        public @Nullable String why() {
            return note;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Meeting(OffsetDateTime heldAt, String overview) implements ResponseRequest {
        @Override
        public ResponseAction action(Caller caller) {
            return new ResponseAction.HoldMeeting(heldAt.toInstant());
        }

        @Override
        public String why() {
            return overview;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Evidence(boolean malwareFound, boolean deliveredToExchangeArea, String what) implements ResponseRequest {
        @Override
        public ResponseAction action(Caller caller) {
            return new ResponseAction.PreserveEvidence(malwareFound, deliveredToExchangeArea);
        }

        @Override
        public String why() {
            return what;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record RootCause(OffsetDateTime completedAt, String cause) implements ResponseRequest {
        @Override
        public ResponseAction action(Caller caller) {
            return new ResponseAction.FindRootCause(completedAt.toInstant());
        }

        @Override
        public String why() {
            return cause;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Improvements(
            Kind kind,
            OffsetDateTime at,
            @Nullable Horizon horizon,
            @Nullable String note) implements ResponseRequest {
        enum Kind {
            DECIDED,
            PROGRESS,
            DONE
        }

        @Override
        public ResponseAction action(Caller caller) {
            return switch (kind) {
                case DECIDED -> new ResponseAction.DecideImprovements(at.toInstant());
                case PROGRESS -> new ResponseAction.ReportImprovements();
                case DONE ->
                    new ResponseAction.FinishImprovements(horizon == null ? Horizon.SHORT : horizon, at.toInstant());
            };
        }

        @Override
        public String why() {
            return note == null ? kind.name() : kind.name() + ": " + note;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record EffectReport(String effect, @Nullable DataSubjectNotice dataSubjectNotice) implements ResponseRequest {
        @JsonIgnoreProperties(ignoreUnknown = true)
        record DataSubjectNotice(String decision) {}

        @Override
        public ResponseAction action(Caller caller) {
            return new ResponseAction.ReportEffect(dataSubjectNotice != null);
        }

        @Override
        public String why() {
            return effect;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record FinalReport(String scopeAndLoss) implements ResponseRequest {
        @Override
        public ResponseAction action(Caller caller) {
            return new ResponseAction.FileFinalReport();
        }

        @Override
        public String why() {
            return scopeAndLoss;
        }
    }

    record ClosingRequest(String summary) implements ResponseRequest {
        @Override
        public ResponseAction action(Caller caller) {
            return new ResponseAction.FileClosing(caller.subject());
        }

        @Override
        public String why() {
            return summary;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record RetroactiveFiling(
            OffsetDateTime outageEndedAt, @Nullable String note) implements ResponseRequest {
        @Override
        public ResponseAction action(Caller caller) {
            return new ResponseAction.FileRetroactively(outageEndedAt.toInstant());
        }

        @Override
        public @Nullable String why() {
            return note;
        }
    }

    record LevelChange(int level, String reason) implements ResponseRequest {
        @Override
        public ResponseAction action(Caller caller) {
            return new ResponseAction.DeclareLevel(Level.of(level), caller.agency());
        }

        @Override
        public String why() {
            return reason;
        }
    }

    record SignOff(What what, @Nullable String note) implements ResponseRequest {
        enum What {
            REPORT,
            RECORD
        }

        @Override
        public ResponseAction action(Caller caller) {
            return switch (what) {
                case REPORT -> new ResponseAction.ApproveReport(caller.subject());
                case RECORD -> new ResponseAction.SignRecord();
            };
        }

        @Override
        public @Nullable String why() {
            return note;
        }
    }

    /** The schemas, by kind. */
    final class Bodies {
        private static final List<String> TIMES = List.of("at", "formedAt", "heldAt", "completedAt", "outageEndedAt");
        private static final Map<ResponseKind, RequestBody<? extends ResponseRequest>> OF = bodies();

        private Bodies() {}

        private static Map<ResponseKind, RequestBody<? extends ResponseRequest>> bodies() {
            Map<ResponseKind, RequestBody<? extends ResponseRequest>> bodies = new EnumMap<>(ResponseKind.class);
            for (ResponseKind kind : ResponseKind.values()) {
                String schema = "schemas/" + kind.key() + ".json";
                bodies.put(kind, RequestBody.of(type(kind), schema, InvalidResponse.SLUG, InvalidResponse.TITLE));
            }
            return bodies;
        }

        private static Class<? extends ResponseRequest> type(ResponseKind kind) {
            return switch (kind) {
                case MILESTONES -> Reached.class;
                case TEAM -> Team.class;
                case MEETINGS -> Meeting.class;
                case EVIDENCE -> Evidence.class;
                case ROOT_CAUSE -> RootCause.class;
                case IMPROVEMENTS -> Improvements.class;
                case EFFECT_REPORTS -> EffectReport.class;
                case FINAL_REPORT -> FinalReport.class;
                case CLOSING_REQUEST -> ClosingRequest.class;
                case RETROACTIVE_FILING -> RetroactiveFiling.class;
                case LEVEL_CHANGES -> LevelChange.class;
                case SIGN_OFFS -> SignOff.class;
            };
        }
    }
}
