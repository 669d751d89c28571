package org.tongbao.contacts.duty.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.domain.Versioned;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contracts.procedure.Role;

/** The table of docs/directory.md: a hand-off at 02:30, the hour that one night of the year does not have and another has twice. */
class DaylightSavingTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("MM-dd HH:mm xxx");

    @Test
    void theDocumentedTableIsWhatTheRosterSays() throws Exception {
        var layer = new Layer(
                null,
                List.of(A, B),
                new Cadence(1, Cadence.Unit.DAYS),
                LocalDate.of(2027, 3, 26),
                LocalTime.of(2, 30),
                null,
                List.of(),
                HolidayRule.ANY);
        var rotation = new Rotation(Role.DUTY_DESK, BERLIN, List.of(layer));
        var book = new ContactBook(new AgencyCode("A"), 0, Map.of(new UUID(1, 1), new Versioned<>(rotation, 1)));

        List<String> rows = Stream.of(
                        turns(book, "2027-03-26T01:30:00Z", "2027-03-30T00:30:00Z"),
                        turns(book, "2027-10-30T00:30:00Z", "2027-11-02T01:30:00Z"))
                .flatMap(List::stream)
                .map(DaylightSavingTest::row)
                .toList();

        assertThat(rows).hasSize(7);
        List<String> document = Files.readAllLines(Path.of("docs/directory.md"));
        assertThat(document).containsSubsequence(rows);
    }

    private static List<DutyAssignment> turns(ContactBook book, String from, String until) {
        return new ArrayList<>(DutyPlan.between(book, Instant.parse(from), Instant.parse(until)));
    }

    private static String row(DutyAssignment turn) {
        Duration length = Duration.between(turn.from(), turn.until());
        return "| %s | %s | %s | %d h %02d |"
                .formatted(
                        turn.contact().equals(A) ? "A" : "B",
                        SHOWN.format(turn.from().atZone(BERLIN)),
                        SHOWN.format(turn.until().atZone(BERLIN)),
                        length.toHours(),
                        length.toMinutesPart());
    }
}
