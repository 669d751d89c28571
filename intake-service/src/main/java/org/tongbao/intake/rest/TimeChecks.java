package org.tongbao.intake.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.tongbao.contracts.Text;
import org.tongbao.platform.http.Violation;

/** Checks of times in a body. */
public final class TimeChecks {
    /** How far a reporter's clock may be ahead of ours. */
    public static final Duration TOLERANCE = Duration.ofMinutes(2);

    private TimeChecks() {}

    public static Violation inTheFuture(String pointer, Text name, String time) {
        return new Violation(
                pointer,
                "in-the-future",
                new Text(
                        name.chinese() + " " + time + " 晚於收到時間。",
                        name.english() + " " + time + " is later than its reception."));
    }

    public static Optional<OffsetDateTime> time(JsonNode node) {
        try {
            return node.isTextual() ? Optional.of(OffsetDateTime.parse(node.asText())) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty(); // the schema says so
        }
    }
}
