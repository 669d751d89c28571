package org.tongbao.contacts.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Timing;
import org.tongbao.contracts.Text;
import org.tongbao.platform.http.ProblemException;
import org.tongbao.platform.http.Violation;

/** Times at the doors: RFC 3339 with offset, shown as the clock on the wall in Taipei. */
final class Times {
    static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

    private static final int LONGEST_REASON = 500;

    private Times() {}

    static OffsetDateTime shown(Instant instant) {
        return instant.atZone(TAIPEI).toOffsetDateTime();
    }

    /** Cut to microseconds, which is what the database keeps, so that sending the same again changes nothing. */
    static Instant kept(OffsetDateTime sent) {
        return sent.toInstant().truncatedTo(ChronoUnit.MICROS);
    }

    static @Nullable OffsetDateTime shownOrNull(@Nullable Instant instant) {
        return instant == null ? null : shown(instant);
    }

    /** From when a change shall hold, as a body says that passed its schema. */
    static Timing timing(JsonNode body) {
        JsonNode from = body.path("effectiveFrom");
        JsonNode reason = body.path("reason");
        return new Timing(
                from.isTextual() ? kept(OffsetDateTime.parse(from.textValue())) : null,
                reason.isTextual() ? reason.textValue() : null);
    }

    /** The same in an address, for what has no body. */
    static Timing timing(@Nullable String effectiveFrom, @Nullable String reason) {
        Instant from = asked("effectiveFrom", effectiveFrom)
                .map(it -> it.truncatedTo(ChronoUnit.MICROS))
                .orElse(null);
        String why = reason == null ? "" : reason.replaceAll("\\p{Cntrl}", " ").strip();
        return new Timing(from, why.isEmpty() ? null : why.substring(0, Math.min(why.length(), LONGEST_REASON)));
    }

    static Optional<Instant> asked(String parameter, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeParseException e) {
            throw ProblemException.invalid(
                    "invalid-query",
                    new Text("查詢條件有誤", "Wrong query"),
                    List.of(
                            new Violation(
                                    "query:" + parameter,
                                    "wrong-format",
                                    new Text(
                                            "應為含時差的時間，如 2026-11-20T08:00:00%2B08:00（網址中 + 寫作 %2B）。",
                                            "A time with offset, such as 2026-11-20T08:00:00%2B08:00 (+ is %2B in an address)."))));
        }
    }
}
