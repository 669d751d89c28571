package org.tongbao.intake.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.intake.incident.domain.Incident;
import org.tongbao.intake.obligation.domain.IncidentObligation;
import org.tongbao.intake.obligation.domain.ObligationState;
import org.tongbao.platform.time.Times;

/**
 * @param missedAt the limit that was missed
 * @param remainingSeconds until it is due; negative once it is late
 */
public record ObligationView(
        String key,
        Name name,
        String owner,
        String clause,
        String force,
        String anchor,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean anchorAssumed,
        @Nullable String dueAt,
        String state,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String metAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String missedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long remainingSeconds) {
    public static List<ObligationView> all(Incident incident, Instant now) {
        return incident.obligations().stream()
                .map(it -> of(incident.procedure(), it, now))
                .toList();
    }

    private static ObligationView of(Procedure procedure, IncidentObligation it, Instant now) {
        ObligationState state = it.stateAt(now);
        Instant due = it.dueAt();
        return new ObligationView(
                it.key(),
                Name.of(procedure, it.key()),
                it.rule().owner().key(),
                it.clause(),
                it.rule().force().key(),
                it.rule().anchor().key(),
                it.clock().limit().anchorAssumed() ? true : null,
                Times.textOrNull(due),
                state.name(),
                Times.textOrNull(it.clock().metAt()),
                Times.textOrNull(it.clock().missedAt()),
                due != null && state.owed() ? Duration.between(now, due).toSeconds() : null);
    }

    public record Name(String zh, String en) {
        public static Name of(Procedure procedure, String key) {
            Text name = procedure.obligation(key).map(it -> it.name()).orElseGet(() -> new Text(key, key));
            return new Name(name.chinese(), name.english());
        }
    }
}
