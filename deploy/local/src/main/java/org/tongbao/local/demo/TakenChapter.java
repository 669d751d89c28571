package org.tongbao.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Step 5: a deputy opens the link, then presses the button. The ladder stops and everybody who was told knows why. */
final class TakenChapter {
    /** What was claimed before the acknowledgement may still arrive, once for each recipient. */
    private static final Duration CLAIMED = Duration.ofSeconds(2);

    private final Case it;

    TakenChapter(Case it) {
        this.it = it;
    }

    void play() {
        it.tell.step(5, "確認收悉", "Acknowledgement");
        List<String> agencies = new ArrayList<>(it.people.toldOf(it.cast.agency()));
        // The city bureau first, then the superior.
        java.util.Collections.reverse(agencies);
        byLink(agencies.get(0));
        Instant taken = Instant.now();
        for (String agency : agencies.subList(1, agencies.size())) {
            byCode(agency);
        }
        others(agencies.get(0));
        quiet(taken);
    }

    private Letter deputysLetter(String agency) {
        Person deputy = deputy(agency);
        return it
                .mailbox()
                .all(letter ->
                        letter.topic().equals(Topic.URGENT) && letter.to().equals(deputy.mail()))
                .stream()
                .findFirst()
                .orElseThrow(() -> new StoryEnds("代理人沒有信 the deputy has no mail: " + deputy.mail()));
    }

    private Person deputy(String agency) {
        List<Person> ciso = it.people.holding(agency, List.of("ciso"));
        return it.people.deputiesOf(ciso, List.of()).get(0);
    }

    private void byLink(String agency) {
        Letter.Link link = deputysLetter(agency).link();
        var anybody = it.suite.asAnybody();
        String page = anybody.get(link.path()).must(200).body();
        it.tell.at(
                Instant.now(),
                "%s開啟信中連結：只顯示，不動作".formatted(deputy(agency).shown()),
                "The deputy opens the link of the mail: it shows, and does nothing");
        it.checks.same(
                "開啟兩次，仍待確認",
                "opened twice, and still to be acknowledged",
                List.of("請確認收悉", "請確認收悉"),
                List.of(
                        heading(page),
                        heading(anybody.get(link.path()).must(200).body())));
        it.checks.same(
                "開啟連結沒有寄出任何信",
                "opening sent no mail",
                List.of(),
                it.mailbox().left().stream()
                        .filter(letter -> letter.topic().equals(Topic.TAKEN))
                        .map(Letter::subject)
                        .toList());
        String done = anybody.form(link.path(), Map.of("token", link.token()))
                .must(200)
                .body();
        it.tell.at(Instant.now(), "按下「我已收悉，由我處理」：%s".formatted(heading(done)), "presses the button: acknowledged");
        it.checks.same("按下按鈕即確認收悉", "the button acknowledges", "已確認收悉", heading(done));
        everybodyLearns(deputy(agency));
        it.checks.same(
                "再按一次，結果相同",
                "pressing again says the same",
                heading(done),
                heading(anybody.form(link.path(), Map.of("token", link.token()))
                        .must(200)
                        .body()));
    }

    /** Without script the short code of the mail does the same. */
    private void byCode(String agency) {
        Letter letter = deputysLetter(agency);
        String done = it.suite
                .asAnybody()
                .form(letter.link().path(), Map.of("token", "", "code", letter.code()))
                .must(200)
                .body();
        it.tell.at(
                Instant.now(),
                "%s在頁面輸入確認碼：%s".formatted(deputy(agency).shown(), heading(done)),
                "The deputy of " + agency + " types the code of the mail instead: acknowledged");
        it.checks.same("輸入確認碼即確認收悉", "the code acknowledges", "已確認收悉", heading(done));
        everybodyLearns(deputy(agency));
    }

    /** Those of the same agency need not act any more; the others are told that theirs still may have to. */
    private void everybodyLearns(Person who) {
        var telling = new Telling(it);
        List<Letter> letters = new ArrayList<>(telling.checkMail(
                Topic.TAKEN,
                mails(true, who),
                "同機關先前已通知的每個人得知由誰確認",
                "everybody of the agency who was told learns who took it"));
        letters.addAll(telling.checkMail(
                Topic.TAKEN_ELSEWHERE,
                mails(false, who),
                "其他機關先前已通知的每個人得知由誰確認",
                "everybody of the other agencies who was told learns of it too"));
        it.checks.same(
                "每封信寫明由誰確認",
                "each mail names who took it",
                List.of(),
                letters.stream()
                        .filter(letter -> !letter.text().contains(who.name()))
                        .map(Letter::to)
                        .toList());
    }

    private List<String> mails(boolean own, Person who) {
        return it.told.stream()
                .filter(person -> person.agency().equals(who.agency()) == own)
                .map(Person::mail)
                .toList();
    }

    /** Somebody else of the same agency comes later. */
    private void others(String agency) {
        Person other = it.people.first(agency).get(0);
        Letter letter = it.mailbox()
                .all(it -> it.topic().equals(Topic.URGENT) && it.to().equals(other.mail()))
                .get(0);
        String page = it.suite
                .asAnybody()
                .form(letter.link().path(), Map.of("token", letter.link().token()))
                .must(200)
                .body();
        it.checks.same("後到的人看到已有人先確認", "who comes later sees that somebody was first", "已有人員先確認", heading(page));
    }

    private void quiet(Instant taken) {
        Duration watch = it.pace == Pace.FAST ? it.pace.rung.plusSeconds(1) : Duration.ofSeconds(3);
        it.tell.both(
                "觀察 %d 秒：不再催請".formatted(watch.toSeconds()),
                "watching for %d s: nobody is called any more".formatted(watch.toSeconds()));
        Until.over(watch);
        List<Letter> late = it.mailbox()
                .all(letter ->
                        letter.topic().equals(Topic.URGENT) && letter.at().isAfter(taken));
        boolean claimed = late.stream().allMatch(letter -> letter.at().isBefore(taken.plus(CLAIMED)))
                && late.stream().map(Letter::to).distinct().count() == late.size();
        it.checks.holds(
                "確認之後沒有再寄催請信（G6）",
                "no more mail of the ladder after the acknowledgement (G6)",
                claimed,
                List.of(),
                late.stream().map(letter -> letter.at() + " " + letter.to()).collect(Collectors.toList()));
        it.checks.same(
                "各通知均已確認，不再往上通知",
                "every ladder has stopped",
                it.people.toldOf(it.cast.agency()).stream()
                        .map(agency -> agency + " ACKNOWLEDGED null")
                        .sorted()
                        .toList(),
                it.urgentNotices().stream()
                        .map(notice -> notice.path("recipientAgency").asText() + " "
                                + notice.path("status").asText() + " "
                                + notice.path("nextStepAt").asText())
                        .sorted()
                        .toList());
        it.checks.same("確認之後沒有待撥的電話", "no call is left to make", List.of(), it.phone.open(it.id()));
    }

    /** The Chinese heading of a page. */
    private static String heading(String page) {
        int start = page.indexOf("<h1>");
        int end = page.indexOf('<', start + 4);
        return start < 0 || end < 0 ? page : page.substring(start + 4, end).strip();
    }
}
