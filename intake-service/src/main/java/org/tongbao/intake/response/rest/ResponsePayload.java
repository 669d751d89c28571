package org.tongbao.intake.response.rest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.intake.incident.domain.Milestone;
import org.tongbao.intake.response.domain.ResponseAction;
import org.tongbao.intake.response.domain.ResponseAction.Horizon;
import org.tongbao.platform.access.Caller;

/** What a valid body states, bound as far as the action needs it: one record for each kind. */
sealed interface ResponsePayload {
    ResponseAction action(Caller caller);

    /** What the timeline quotes, as stated by the reporter. */
    @Nullable
    String why();

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Reached(
            Milestone milestone,
            OffsetDateTime at,
            @Nullable String note) implements ResponsePayload {
        @Override
        public ResponseAction action(Caller caller) {
            return ResponseAction.reach(milestone, at.toInstant());
        }

        @Override
        public String why() {
            return noted(milestone, note);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Team(OffsetDateTime formedAt, @Nullable String note) implements ResponsePayload {
        @Override
        public ResponseAction action(Caller caller) {
            return ResponseAction.formTeam(formedAt.toInstant());
        }

        @Override
        public @Nullable String why() {
            return note;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Meeting(OffsetDateTime heldAt, String overview) implements ResponsePayload {
        @Override
        public ResponseAction action(Caller caller) {
            return ResponseAction.holdMeeting(heldAt.toInstant());
        }

        @Override
        public String why() {
            return overview;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Evidence(boolean malwareFound, boolean deliveredToExchangeArea, String what) implements ResponsePayload {
        @Override
        public ResponseAction action(Caller caller) {
            return ResponseAction.preserveEvidence(malwareFound, deliveredToExchangeArea);
        }

        @Override
        public String why() {
            return what;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record RootCause(OffsetDateTime completedAt, String cause) implements ResponsePayload {
        @Override
        public ResponseAction action(Caller caller) {
            return ResponseAction.findRootCause(completedAt.toInstant());
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
            @Nullable String note) implements ResponsePayload {
        enum Kind {
            DECIDED,
            PROGRESS,
            DONE
        }

        @Override
        public ResponseAction action(Caller caller) {
            return switch (kind) {
                case DECIDED -> ResponseAction.decideImprovements(at.toInstant());
                case PROGRESS -> ResponseAction.reportImprovements();
                case DONE ->
                    ResponseAction.finishImprovements(horizon == null ? Horizon.SHORT : horizon, at.toInstant());
            };
        }

        @Override
        public String why() {
            return noted(kind, note);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record EffectReport(String effect, @Nullable DataSubjectNotice dataSubjectNotice) implements ResponsePayload {
        @JsonIgnoreProperties(ignoreUnknown = true)
        record DataSubjectNotice(String decision) {}

        @Override
        public ResponseAction action(Caller caller) {
            return ResponseAction.reportEffect(dataSubjectNotice != null);
        }

        @Override
        public String why() {
            return effect;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record FinalReport(String scopeAndLoss) implements ResponsePayload {
        @Override
        public ResponseAction action(Caller caller) {
            return ResponseAction.fileFinalReport();
        }

        @Override
        public String why() {
            return scopeAndLoss;
        }
    }

    record ClosingRequest(String summary) implements ResponsePayload {
        @Override
        public ResponseAction action(Caller caller) {
            return ResponseAction.fileClosing(caller.subject());
        }

        @Override
        public String why() {
            return summary;
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record RetroactiveFiling(
            OffsetDateTime outageEndedAt, @Nullable String note) implements ResponsePayload {
        @Override
        public ResponseAction action(Caller caller) {
            return ResponseAction.fileRetroactively(outageEndedAt.toInstant());
        }

        @Override
        public @Nullable String why() {
            return note;
        }
    }

    record LevelChange(int level, String reason) implements ResponsePayload {
        @Override
        public ResponseAction action(Caller caller) {
            return ResponseAction.declareLevel(Level.of(level), caller.agency());
        }

        @Override
        public String why() {
            return reason;
        }
    }

    record SignOff(What what, @Nullable String note) implements ResponsePayload {
        enum What {
            REPORT,
            RECORD
        }

        @Override
        public ResponseAction action(Caller caller) {
            return switch (what) {
                case REPORT -> ResponseAction.approveReport(caller.subject());
                case RECORD -> ResponseAction.signRecord();
            };
        }

        @Override
        public @Nullable String why() {
            return note;
        }
    }

    private static String noted(Enum<?> what, @Nullable String note) {
        return note == null ? what.name() : what.name() + ": " + note;
    }
}
