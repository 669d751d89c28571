package org.tongbao.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Step 4: nobody acknowledges. The deputy is told, then the next role, then the duty desk. */
final class LadderChapter {
    private static final Duration TOLERANCE = Duration.ofMillis(500);

    private final Case it;
    private final List<String> agencies;

    LadderChapter(Case it) {
        this.it = it;
        this.agencies = it.people.toldOf(it.cast.agency());
    }

    void play() {
        it.tell.step(4, "無人確認，逐級通知", "Nobody acknowledges");
        List<Person> first = List.copyOf(it.told);
        if (it.pace == Pace.FAST) {
            waitThrough(first);
        } else {
            missCalls(first);
        }
    }

    private void waitThrough(List<Person> first) {
        rung(Rung.DEPUTY, it.people.deputiesOf(first, it.told), "代理人", "the deputies");
        rung(Rung.NEXT_ROLE, next(), "下一順位：資安聯絡人、通報窗口", "the next roles");
        rung(Rung.DUTY_DESK, desks(), "值勤台", "the duty desks");
        waited();
        overdue();
    }

    /** Neither too early nor skipped: the instants at which each ladder went up. */
    private void waited() {
        for (JsonNode notice : it.urgentNotices()) {
            List<Instant> steps = new ArrayList<>();
            notice.path("steps").forEach(step -> steps.add(Case.time(step.path("at"))));
            List<Duration> waits = new ArrayList<>();
            Instant before = Case.time(notice.path("openedAt"));
            for (Instant step : steps.subList(Math.min(1, steps.size()), steps.size())) {
                waits.add(Duration.between(before, step));
                before = step;
            }
            it.checks.holds(
                    "對 %s：每級至少等候 %d 秒".formatted(notice.path("recipientAgency").asText(), it.pace.rung.toSeconds()),
                    "each step waited, and none was left out",
                    waits.size() == 3
                            && waits.stream()
                                    .allMatch(wait -> wait.plus(TOLERANCE).compareTo(it.pace.rung) >= 0),
                    List.of(it.pace.rung, it.pace.rung, it.pace.rung),
                    waits);
        }
    }

    private List<Person> next() {
        return notYetTold(agencies.stream().flatMap(agency -> it.people.nextRoles(agency).stream()));
    }

    private List<Person> desks() {
        return notYetTold(agencies.stream().flatMap(agency -> it.people.dutyDesk(agency).stream()));
    }

    private List<Person> notYetTold(Stream<Person> people) {
        return people.filter(person -> !it.told.contains(person)).toList();
    }

    /** One step up. */
    private void rung(Rung rung, List<Person> expected, String chinese, String english) {
        it.tell.both(
                "等候 %d 秒無人確認 → %s".formatted(it.pace.rung.toSeconds(), chinese),
                "nobody acknowledged for %d s, so %s are told".formatted(it.pace.rung.toSeconds(), english));
        new Telling(it).check(Topic.URGENT, rung, expected, chinese, english);
        it.told.addAll(expected);
    }

    private void overdue() {
        it.tell.both(
                "這段期間，應變小組的期限已過：通報機關接獲逾期通知",
                "Meanwhile the limit for the response team passed: the reporting agency is told");
        List<String> window = LevelChapter.reporter(it);
        new Telling(it)
                .checkMail(
                        "「通報應變小組組成" + Topic.OVERDUE,
                        window,
                        "逾期通知送達通報窗口",
                        "the report window is told of the missed limit");
        it.checks.same(
                "逾期列入紀錄",
                "the breach is on record",
                "OVERDUE",
                Case.obligation(it.now(), "team").path("state").asText());
    }

    /** What takes ten minutes by waiting, an unanswered call does at once. */
    private void missCalls(List<Person> first) {
        for (String agency : agencies) {
            Person ciso = it.people.holding(agency, List.of("ciso")).get(0);
            List<Person> deputy = it.people.deputiesOf(List.of(ciso), it.told);
            it.tell.both(
                    "值勤台致電%s，無人接聽 → 立即通知代理人".formatted(ciso.shown()),
                    "the duty desk called the CISO of " + agency + ", nobody answered: the deputy is told at once");
            it.phone.notAnswered(it.id(), ciso);
            new Telling(it).check(Topic.URGENT, Rung.DEPUTY_OF_UNREACHED, deputy, "代理人", "the deputy");
            it.told.addAll(deputy);
        }
        foretell(first);
    }

    private void foretell(List<Person> first) {
        Instant next = lastUrgentRung(first);
        it.tell.both("若仍無人確認（不等候）：", "If nobody acknowledged (not waited for):");
        List<Person> deputies = it.people.deputiesOf(first, it.told);
        foretold(next.plus(it.pace.rung), "其餘代理人", "the other deputies", deputies);
        foretold(next.plus(it.pace.rung.multipliedBy(2)), "下一順位", "the next roles", next());
        foretold(next.plus(it.pace.rung.multipliedBy(3)), "值勤台", "the duty desks", desks());
    }

    private Instant lastUrgentRung(List<Person> first) {
        List<String> addresses = first.stream().map(Person::mail).toList();
        return it
                .mailbox()
                .all(letter -> letter.topic().equals(Topic.URGENT) && addresses.contains(letter.to()))
                .stream()
                .map(Letter::at)
                .min(Comparator.naturalOrder())
                .orElse(it.received());
    }

    private void foretold(Instant when, String chinese, String english, List<Person> people) {
        it.tell.line("  %s  %s %s：%s"
                .formatted(
                        Narrator.clock(when),
                        chinese,
                        english,
                        people.stream().map(Person::shown).collect(Collectors.joining("、"))));
    }
}
