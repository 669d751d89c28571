package org.tongbao.contacts.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.EffectiveTime;
import org.tongbao.contracts.Text;
import org.tongbao.platform.http.QueryParameters;
import org.tongbao.platform.http.Violation;
import org.tongbao.platform.time.Times;

/** From when something holds, as a body or an address says it. */
public final class TimingParameters {
    private static final int LONGEST_REASON = 500;

    private TimingParameters() {}

    /** From when a change shall hold, as a body says that passed its schema. */
    public static EffectiveTime effectiveTime(JsonNode body) {
        JsonNode from = body.path("effectiveFrom");
        JsonNode reason = body.path("reason");
        return new EffectiveTime(
                from.isTextual() ? Times.stored(OffsetDateTime.parse(from.textValue())) : null,
                reason.isTextual() ? reason.textValue() : null);
    }

    /** The same in an address, for what has no body. */
    public static EffectiveTime effectiveTime(@Nullable String effectiveFrom, @Nullable String reason) {
        Instant from = instant("effectiveFrom", effectiveFrom)
                .map(it -> it.truncatedTo(ChronoUnit.MICROS))
                .orElse(null);
        String why = reason == null ? "" : reason.replaceAll("\\p{Cntrl}", " ").strip();
        return new EffectiveTime(from, why.isEmpty() ? null : why.substring(0, Math.min(why.length(), LONGEST_REASON)));
    }

    public static Optional<Instant> instant(String parameter, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(QueryParameters.instant(
                value,
                new Violation(
                        "query:" + parameter,
                        "wrong-format",
                        new Text(
                                "應為含時差的時間，如 2026-11-20T08:00:00%2B08:00（網址中 + 寫作 %2B）。",
                                "A time with offset, such as 2026-11-20T08:00:00%2B08:00 (+ is %2B in an address)."))));
    }
}
