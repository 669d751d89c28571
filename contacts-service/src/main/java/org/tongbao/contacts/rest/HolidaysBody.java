package org.tongbao.contacts.rest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.domain.Fault;
import org.tongbao.contacts.domain.people.HolidayCalendar;

/** Public holidays as they are sent and shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "HolidayCalendar")
// From when it holds is read beside it.
@JsonIgnoreProperties({"effectiveFrom", "reason"})
record HolidaysBody(@Nullable UUID id, String name, List<DayBody> days) {
    @Schema(name = "Holiday")
    record DayBody(LocalDate date, String name) {}

    static HolidaysBody of(UUID id, HolidayCalendar calendar) {
        return new HolidaysBody(
                id,
                calendar.name(),
                calendar.days().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(it -> new DayBody(it.getKey(), it.getValue()))
                        .toList());
    }

    /** Days that stand in it twice. */
    static List<Fault> faults(JsonNode tree) {
        List<Fault> faults = new ArrayList<>();
        Set<String> named = new HashSet<>();
        JsonNode days = tree.path("days");
        for (int i = 0; i < days.size(); i++) {
            String date = days.path(i).path("date").asText();
            if (!named.add(date)) {
                faults.add(new Fault("/days/" + i, Fault.Reason.NAMED_TWICE, date));
            }
        }
        return faults;
    }

    HolidayCalendar calendar() {
        return new HolidayCalendar(name, days.stream().collect(Collectors.toMap(DayBody::date, DayBody::name)));
    }
}
