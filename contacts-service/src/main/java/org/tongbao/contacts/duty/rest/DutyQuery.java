package org.tongbao.contacts.duty.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.duty.domain.DutyPlan;
import org.tongbao.contacts.duty.domain.Interval;
import org.tongbao.contacts.rest.TimingParameters;
import org.tongbao.contracts.Text;
import org.tongbao.platform.http.QueryParameters;
import org.tongbao.platform.http.Violation;

/** What a question for duty may ask. */
final class DutyQuery {
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Duration LONGEST = Duration.ofDays(400);

    private DutyQuery() {}

    static Optional<Instant> instant(String parameter, @Nullable String value) {
        Optional<Instant> asked = TimingParameters.instant(parameter, value);
        if (asked.filter(it -> it.isBefore(EARLIEST) || it.isAfter(LATEST)).isPresent()) {
            throw QueryParameters.wrong(List.of(new Violation(
                    "query:" + parameter,
                    "out-of-range",
                    new Text("應在 1970 年與 2200 年之間。", "Must be between 1970 and 2200."))));
        }
        return asked;
    }

    /** As short as the database tells apart. */
    static Interval moment(Instant at) {
        return new Interval(at, at.plusNanos(1000));
    }

    /** From one instant to another, by default from now on and as far as duty is published. */
    static Interval span(@Nullable String at, @Nullable String from, @Nullable String to, Instant now) {
        Instant start = instant("from", from).orElse(now);
        Instant end = instant("to", to).orElse(start.plus(DutyPlan.AHEAD));
        List<Violation> violations = new ArrayList<>();
        if (at != null) {
            violations.add(new Violation(
                    "query:at", "contradicts", new Text("at 不能與 from、to 並用。", "Either at, or from and to.")));
        }
        if (!end.isAfter(start)) {
            violations.add(new Violation(
                    "query:to", "ends-before-it-starts", new Text("結束應晚於開始。", "Must end after it starts.")));
        } else if (Duration.between(start, end).compareTo(LONGEST) > 0) {
            violations.add(
                    new Violation("query:to", "too-long", new Text("一次最多 400 天。", "At most 400 days at a time.")));
        }
        if (!violations.isEmpty()) {
            throw QueryParameters.wrong(violations);
        }
        return new Interval(start, end);
    }
}
