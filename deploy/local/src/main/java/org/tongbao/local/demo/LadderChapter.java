package org.tongbao.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Step 4: nobody acknowledges. The deputy is notified, then the next role, then the duty desk. */
final class LadderChapter {
    private static final Duration TOLERANCE = Duration.ofMillis(500);

    private final DemoIncident demo;
    private final List<String> agencies;

    LadderChapter(DemoIncident demo) {
        this.demo = demo;
        this.agencies = demo.people.notifiedAgencies(demo.participants.agency());
    }

    void play() {
        demo.narrator.step(4, "無人確認，逐級通知", "Nobody acknowledges");
        List<Person> first = List.copyOf(demo.notified);
        if (demo.pace == Pace.FAST) {
            awaitEscalation(first);
        } else {
            recordUnansweredCalls(first);
        }
    }

    private void awaitEscalation(List<Person> first) {
        escalateTo(LadderPosition.DEPUTY, demo.people.deputiesOf(first, demo.notified), "代理人", "the deputies");
        escalateTo(LadderPosition.NEXT_ROLE, next(), "下一順位：資安聯絡人、通報窗口", "the next roles");
        escalateTo(LadderPosition.DUTY_DESK, desks(), "值勤台", "the duty desks");
        checkWaits();
        overdue();
    }

    /** Neither too early nor skipped: the instants at which each ladder went up. */
    private void checkWaits() {
        for (JsonNode notice : demo.urgentNotices()) {
            List<Instant> steps = new ArrayList<>();
            notice.path("steps").forEach(step -> steps.add(DemoIncident.time(step.path("at"))));
            List<Duration> waits = new ArrayList<>();
            Instant before = DemoIncident.time(notice.path("openedAt"));
            for (Instant step : steps.subList(Math.min(1, steps.size()), steps.size())) {
                waits.add(Duration.between(before, step));
                before = step;
            }
            demo.checks.that(
                    "對 %s：每級至少等候 %d 秒"
                            .formatted(notice.path("recipientAgency").asText(), demo.pace.stepWait.toSeconds()),
                    "each step waited, and none was left out",
                    waits.size() == 3
                            && waits.stream()
                                    .allMatch(wait -> wait.plus(TOLERANCE).compareTo(demo.pace.stepWait) >= 0),
                    List.of(demo.pace.stepWait, demo.pace.stepWait, demo.pace.stepWait),
                    waits);
        }
    }

    private List<Person> next() {
        return notYetNotified(agencies.stream().flatMap(agency -> demo.people.nextRoles(agency).stream()));
    }

    private List<Person> desks() {
        return notYetNotified(agencies.stream().flatMap(agency -> demo.people.dutyDesk(agency).stream()));
    }

    private List<Person> notYetNotified(Stream<Person> people) {
        return people.filter(person -> !demo.notified.contains(person)).toList();
    }

    /** One step up. */
    private void escalateTo(LadderPosition position, List<Person> expected, String chinese, String english) {
        demo.narrator.both(
                "等候 %d 秒無人確認 → %s".formatted(demo.pace.stepWait.toSeconds(), chinese),
                "nobody acknowledged for %d s, so %s are notified".formatted(demo.pace.stepWait.toSeconds(), english));
        new RecipientCheck(demo).check(MailSubject.URGENT, position, expected, chinese, english);
        demo.notified.addAll(expected);
    }

    private void overdue() {
        demo.narrator.both(
                "這段期間，應變小組的期限已過：通報機關接獲逾期通知",
                "Meanwhile the limit for the response team passed: the reporting agency is notified");
        List<String> window = LevelChangeChapter.reporter(demo);
        new RecipientCheck(demo)
                .checkMail(
                        "「通報應變小組組成" + MailSubject.OVERDUE,
                        window,
                        "逾期通知送達通報窗口",
                        "the report window is notified of the missed limit");
        demo.checks.equal(
                "逾期列入紀錄",
                "the breach is on record",
                "OVERDUE",
                DemoIncident.obligation(demo.now(), "team").path("state").asText());
    }

    /** What takes ten minutes by waiting, an unanswered call does at once. */
    private void recordUnansweredCalls(List<Person> first) {
        for (String agency : agencies) {
            Person ciso = demo.people.holding(agency, List.of("ciso")).get(0);
            List<Person> deputy = demo.people.deputiesOf(List.of(ciso), demo.notified);
            demo.narrator.both(
                    "值勤台致電%s，無人接聽 → 立即通知代理人".formatted(ciso.shown()),
                    "the duty desk called the CISO of " + agency + ", nobody answered: the deputy is notified at once");
            demo.phone.recordNoAnswer(demo.id(), ciso);
            new RecipientCheck(demo)
                    .check(MailSubject.URGENT, LadderPosition.DEPUTY_OF_UNREACHED, deputy, "代理人", "the deputy");
            demo.notified.addAll(deputy);
        }
        showNextSteps(first);
    }

    private void showNextSteps(List<Person> first) {
        Instant next = firstStepAt(first);
        demo.narrator.both("若仍無人確認（不等候）：", "If nobody acknowledged (not waited for):");
        List<Person> deputies = demo.people.deputiesOf(first, demo.notified);
        showStep(next.plus(demo.pace.stepWait), "其餘代理人", "the other deputies", deputies);
        showStep(next.plus(demo.pace.stepWait.multipliedBy(2)), "下一順位", "the next roles", next());
        showStep(next.plus(demo.pace.stepWait.multipliedBy(3)), "值勤台", "the duty desks", desks());
    }

    private Instant firstStepAt(List<Person> first) {
        List<String> addresses = first.stream().map(Person::mail).toList();
        return demo
                .mailbox()
                .all(mail -> mail.subjectText().equals(MailSubject.URGENT) && addresses.contains(mail.to()))
                .stream()
                .map(NoticeMail::at)
                .min(Comparator.naturalOrder())
                .orElse(demo.received());
    }

    private void showStep(Instant when, String chinese, String english, List<Person> people) {
        demo.narrator.line("  %s  %s %s：%s"
                .formatted(
                        Narrator.clock(when),
                        chinese,
                        english,
                        people.stream().map(Person::shown).collect(Collectors.joining("、"))));
    }
}
