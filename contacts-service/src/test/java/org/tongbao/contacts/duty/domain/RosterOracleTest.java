package org.tongbao.contacts.duty.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.domain.Versioned;
import org.tongbao.contacts.duty.domain.SlowRoster.SlowLayer;
import org.tongbao.contacts.duty.domain.SlowRoster.SlowOverride;
import org.tongbao.contacts.duty.domain.SlowRoster.SlowWindow;
import org.tongbao.contacts.people.domain.BookItem;
import org.tongbao.contacts.people.domain.Contact;
import org.tongbao.contacts.people.domain.ContactBook;
import org.tongbao.contacts.people.domain.Employment;
import org.tongbao.contracts.procedure.Role;
import org.tongbao.contracts.requirement.Requirement;

/**
 * 1,000 generated rosters in 20 zones, each in a year in which its clock did something: every minute of the year the same
 * people as a slow look finds, or the same gap. A failure names the seed of its roster.
 */
class RosterOracleTest {
    private static final int ROSTERS_PER_ZONE = 50;
    private static final int PEOPLE = 6;
    /** Stands for everybody who has the role, which is what a gap is filled with. */
    private static final int GAP = PEOPLE;

    @ParameterizedTest
    @CsvSource({
        "Asia/Taipei, 2026",
        "UTC, 2026",
        "Europe/Berlin, 2026",
        "Europe/London, 2026",
        "America/New_York, 2026",
        "America/St_Johns, 2026",
        "America/Santiago, 2026",
        "America/Havana, 2026",
        "Atlantic/Azores, 2026",
        "Africa/Cairo, 2026",
        "Africa/Casablanca, 2026",
        "Asia/Beirut, 2026",
        "Asia/Jerusalem, 2026",
        "Asia/Kathmandu, 2026",
        "Australia/Lord_Howe, 2026",
        "Pacific/Chatham, 2026",
        "Antarctica/Troll, 2026",
        "Asia/Pyongyang, 2018",
        "Pacific/Apia, 2011",
        "America/Sao_Paulo, 2018"
    })
    @Requirement("S2-07")
    void everyMinuteOfAYearIsHeldByWhomASlowLookFinds(String zone, int year) {
        Year generated = new Year(ZoneId.of(zone), year);
        for (int i = 0; i < ROSTERS_PER_ZONE; i++) {
            long seed = 31L * zone.hashCode() + i;
            generated.check(new Random(seed), zone + " " + year + " seed " + seed);
        }
    }

    /** A year of a zone, and rosters in it. */
    private static final class Year {
        private final ZoneId zone;
        private final Instant start;
        private final int minutes;
        private final LocalDate firstDay;
        private final SlowRoster slow;
        private final int[] resolved;

        Year(ZoneId zone, int year) {
            this.zone = zone;
            start = LocalDate.of(year, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
            Instant end =
                    LocalDate.of(year + 1, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
            minutes = (int) Duration.between(start, end).toMinutes();
            firstDay = LocalDate.of(year, 1, 1).minusDays(10);
            slow = new SlowRoster(zone, start, minutes);
            resolved = new int[minutes];
        }

        void check(Random random, String name) {
            boolean[] holidays = new boolean[400];
            for (int i = 0; i < holidays.length; i++) {
                holidays[i] = random.nextInt(12) == 0;
            }
            List<Layer> layers = new ArrayList<>();
            List<SlowLayer> slowLayers = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                addLayer(random, layers, slowLayers);
            }
            List<SlowOverride> overrides = overrides(random);

            resolve(book(new Roster(zone, layers), holidays, overrides));

            int first = (int) firstDay.toEpochDay();
            for (int minute = 0; minute < minutes; minute++) {
                int expected = slow.onDuty(minute, slowLayers, overrides, holidays, first);
                if (resolved[minute] != (expected == 0 ? 1 << GAP : expected)) {
                    assertThat(Integer.toBinaryString(resolved[minute]))
                            .as("%s at %s: %s %s", name, start.plusSeconds(60L * minute), layers, overrides)
                            .isEqualTo(Integer.toBinaryString(expected));
                }
            }
        }

        private void resolve(ContactBook book) {
            Arrays.fill(resolved, 0);
            for (DutyAssignment turn : DutyPlan.between(book, start, start.plusSeconds(60L * minutes))) {
                int contact = 1 << (int) turn.contact().getLeastSignificantBits();
                int end = minute(turn.until());
                for (int i = minute(turn.from()); i < end; i++) {
                    resolved[i] |= contact;
                }
            }
        }

        private int minute(Instant instant) {
            Duration since = Duration.between(start, instant);
            assertThat(since.toSecondsPart()).isZero();
            return (int) since.toMinutes();
        }

        private ContactBook book(Roster roster, boolean[] holidays, List<SlowOverride> overrides) {
            Map<UUID, Versioned<BookItem>> items = new HashMap<>();
            var holder = new Contact("某甲", null, Employment.STAFF, "zh-TW", Set.of(Role.REVIEWER), List.of());
            items.put(person(GAP), new Versioned<>(holder, 1));
            items.put(new UUID(1, 0), new Versioned<>(new Rotation(Role.REVIEWER, roster.zone(), roster.layers()), 1));
            List<HolidayCalendar.Holiday> days = new ArrayList<>();
            for (int i = 0; i < holidays.length; i++) {
                if (holidays[i]) {
                    days.add(new HolidayCalendar.Holiday(firstDay.plusDays(i), "假日"));
                }
            }
            items.put(new UUID(1, 1), new Versioned<>(new HolidayCalendar("假日", days), 1));
            for (SlowOverride it : overrides) {
                var override = new DutyOverride(
                        Role.REVIEWER,
                        person(it.contact()),
                        start.plusSeconds(60L * it.from()),
                        start.plusSeconds(60L * it.until()));
                items.put(new UUID(2, it.from()), new Versioned<>(override, 1));
            }
            return new ContactBook(new AgencyCode("A"), 0, items);
        }

        private List<SlowOverride> overrides(Random random) {
            List<SlowOverride> overrides = new ArrayList<>();
            int free = -1000;
            for (int i = random.nextInt(4); i > 0; i--) {
                int from = free + random.nextInt(minutes / 3);
                int until = from + 1 + random.nextInt(5000);
                overrides.add(new SlowOverride(random.nextInt(PEOPLE), from, until));
                free = until;
            }
            return overrides;
        }

        private void addLayer(Random random, List<Layer> layers, List<SlowLayer> slowLayers) {
            int[] participants = random.ints(1 + random.nextInt(4), 0, PEOPLE).toArray();
            Cadence every = cadence(random);
            int length = every.count()
                    * switch (every.unit()) {
                        case HOURS -> 60;
                        case DAYS -> SlowRoster.DAY;
                        case WEEKS -> 7 * SlowRoster.DAY;
                    };
            LocalDate starts = firstDay.plusDays(10 + random.nextInt(300) * random.nextInt(2) - random.nextInt(900));
            // Most hand-offs are where clocks are moved.
            LocalTime handOff = LocalTime.of(
                    random.nextInt(3) == 0 ? random.nextInt(24) : random.nextInt(4), 15 * random.nextInt(4));
            LocalDate until = random.nextInt(3) == 0 ? starts.plusDays(1 + random.nextInt(900)) : null;
            List<Window> windows = new ArrayList<>();
            List<SlowWindow> slowWindows = new ArrayList<>();
            for (int i = random.nextInt(3) - random.nextInt(2); i > 0; i--) {
                addWindow(random, windows, slowWindows);
            }
            HolidayRule onHolidays = HolidayRule.values()[random.nextInt(3) * random.nextInt(2)];
            layers.add(new Layer(
                    null,
                    Arrays.stream(participants)
                            .mapToObj(RosterOracleTest::person)
                            .toList(),
                    every,
                    starts,
                    handOff,
                    until,
                    windows,
                    onHolidays));
            int minuteOfDay = handOff.toSecondOfDay() / 60;
            slowLayers.add(new SlowLayer(
                    participants,
                    length,
                    (int) starts.toEpochDay() * SlowRoster.DAY + minuteOfDay,
                    until == null ? Integer.MAX_VALUE : (int) until.toEpochDay() * SlowRoster.DAY + minuteOfDay,
                    slowWindows,
                    onHolidays.ordinal()));
        }

        private static Cadence cadence(Random random) {
            return switch (random.nextInt(4)) {
                case 0 -> new Cadence(1, Cadence.Unit.DAYS);
                case 1 -> new Cadence(1 + random.nextInt(2), Cadence.Unit.WEEKS);
                case 2 -> new Cadence(2 + random.nextInt(9), Cadence.Unit.DAYS);
                default -> new Cadence(1 + random.nextInt(36), Cadence.Unit.HOURS);
            };
        }

        private static void addWindow(Random random, List<Window> windows, List<SlowWindow> slowWindows) {
            int days = 1 + random.nextInt(127);
            Set<DayOfWeek> named = EnumSet.noneOf(DayOfWeek.class);
            for (int i = 0; i < 7; i++) {
                if ((days >> i & 1) != 0) {
                    named.add(DayOfWeek.of(i + 1));
                }
            }
            int from = 30 * random.nextInt(48);
            int until = 30 * random.nextInt(48);
            windows.add(new Window(named, LocalTime.ofSecondOfDay(60L * from), LocalTime.ofSecondOfDay(60L * until)));
            slowWindows.add(new SlowWindow(days, from, until));
        }
    }

    private static UUID person(int number) {
        return new UUID(0, number);
    }
}
