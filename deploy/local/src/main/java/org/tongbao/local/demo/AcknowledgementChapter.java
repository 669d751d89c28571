package org.tongbao.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Step 5: a deputy opens the link, then presses the button. The ladder stops and everybody notified learns why. */
final class AcknowledgementChapter {
    /** What was claimed before the acknowledgement may still arrive, once for each recipient. */
    private static final Duration IN_FLIGHT = Duration.ofSeconds(2);
    /** What is pressed sooner after the mail's arrival counts for a program that scans mail. */
    private static final Duration READING = Duration.ofSeconds(3);

    private final DemoIncident demo;

    AcknowledgementChapter(DemoIncident demo) {
        this.demo = demo;
    }

    void play() {
        demo.narrator.step(5, "確認收悉", "Acknowledgement");
        List<String> agencies = new ArrayList<>(demo.people.notifiedAgencies(demo.participants.agency()));
        // The city bureau first, then the superior.
        java.util.Collections.reverse(agencies);
        acknowledgeByLink(agencies.get(0));
        Instant acknowledgedAt = Instant.now();
        for (String agency : agencies.subList(1, agencies.size())) {
            acknowledgeByCode(agency);
        }
        acknowledgeLate(agencies.get(0));
        checkLadderStopped(acknowledgedAt);
    }

    private NoticeMail deputyMail(String agency) {
        Person deputy = deputy(agency);
        return demo
                .mailbox()
                .all(mail -> mail.subjectText().equals(MailSubject.URGENT)
                        && mail.to().equals(deputy.mail()))
                .stream()
                .findFirst()
                .orElseThrow(() -> new ScenarioAborted("代理人沒有信 the deputy has no mail: " + deputy.mail()));
    }

    private Person deputy(String agency) {
        List<Person> ciso = demo.people.holding(agency, List.of("ciso"));
        return demo.people.deputiesOf(ciso, List.of()).get(0);
    }

    private void acknowledgeByLink(String agency) {
        NoticeMail mail = deputyMail(agency);
        read(mail);
        NoticeMail.Link link = mail.link();
        var anybody = demo.suite.anonymous();
        String page = anybody.get(link.path()).expect(200).body();
        demo.narrator.at(
                Instant.now(),
                "%s開啟信中連結：只顯示，不動作".formatted(deputy(agency).shown()),
                "The deputy opens the link of the mail: it shows, and does nothing");
        demo.checks.equal(
                "開啟兩次，仍待確認",
                "opened twice, and still to be acknowledged",
                List.of("請確認收悉", "請確認收悉"),
                List.of(
                        heading(page),
                        heading(anybody.get(link.path()).expect(200).body())));
        demo.checks.equal(
                "開啟連結沒有寄出任何信",
                "opening sent no mail",
                List.of(),
                demo.mailbox().remaining().stream()
                        .filter(it -> it.subjectText().equals(MailSubject.ACKNOWLEDGED))
                        .map(NoticeMail::subject)
                        .toList());
        String done = anybody.form(link.path(), Map.of("token", link.token()))
                .expect(200)
                .body();
        demo.narrator.at(
                Instant.now(), "按下「我已收悉，由我處理」：%s".formatted(heading(done)), "presses the button: acknowledged");
        demo.checks.equal("按下按鈕即確認收悉", "the button acknowledges", "已確認收悉", heading(done));
        checkEverybodyNotified(deputy(agency));
        demo.checks.equal(
                "再按一次，結果相同",
                "pressing again says the same",
                heading(done),
                heading(anybody.form(link.path(), Map.of("token", link.token()))
                        .expect(200)
                        .body()));
    }

    private static void read(NoticeMail mail) {
        Duration left = Duration.between(Instant.now(), mail.at().plus(READING));
        if (!left.isNegative()) {
            Poll.pause(left);
        }
    }

    /** Without script the short code of the mail does the same. */
    private void acknowledgeByCode(String agency) {
        NoticeMail mail = deputyMail(agency);
        String done = demo.suite
                .anonymous()
                .form(mail.link().path(), Map.of("token", "", "code", mail.code()))
                .expect(200)
                .body();
        demo.narrator.at(
                Instant.now(),
                "%s在頁面輸入確認碼：%s".formatted(deputy(agency).shown(), heading(done)),
                "The deputy of " + agency + " types the code of the mail instead: acknowledged");
        demo.checks.equal("輸入確認碼即確認收悉", "the code acknowledges", "已確認收悉", heading(done));
        checkEverybodyNotified(deputy(agency));
    }

    /** The same agency may stop; the other agencies learn that they may still have to act. */
    private void checkEverybodyNotified(Person who) {
        var recipientCheck = new RecipientCheck(demo);
        List<NoticeMail> mails = new ArrayList<>(recipientCheck.checkMail(
                MailSubject.ACKNOWLEDGED,
                mails(true, who),
                "同機關先前已通知的每個人得知由誰確認",
                "everybody of the agency who was notified is notified who acknowledged"));
        mails.addAll(recipientCheck.checkMail(
                MailSubject.ACKNOWLEDGED_ELSEWHERE,
                mails(false, who),
                "其他機關先前已通知的每個人得知由誰確認",
                "everybody of the other agencies who was notified is notified, too"));
        demo.checks.equal(
                "每封信寫明由誰確認",
                "each mail names who took it",
                List.of(),
                mails.stream()
                        .filter(mail -> !mail.text().contains(who.name()))
                        .map(NoticeMail::to)
                        .toList());
    }

    private List<String> mails(boolean own, Person who) {
        return demo.notified.stream()
                .filter(person -> person.agency().equals(who.agency()) == own)
                .map(Person::mail)
                .toList();
    }

    /** A colleague of the same agency acknowledges later. */
    private void acknowledgeLate(String agency) {
        Person other = demo.people.firstStep(agency).get(0);
        NoticeMail mail = demo.mailbox()
                .all(it ->
                        it.subjectText().equals(MailSubject.URGENT) && it.to().equals(other.mail()))
                .get(0);
        String page = demo.suite
                .anonymous()
                .form(mail.link().path(), Map.of("token", mail.link().token()))
                .expect(200)
                .body();
        demo.checks.equal("後到的人看到已有人先確認", "who comes later sees that somebody was first", "已有人員先確認", heading(page));
    }

    private void checkLadderStopped(Instant acknowledgedAt) {
        Duration watch = demo.pace == Pace.FAST ? demo.pace.stepWait.plusSeconds(1) : Duration.ofSeconds(3);
        demo.narrator.both(
                "觀察 %d 秒：不再催請".formatted(watch.toSeconds()),
                "watching for %d s: nobody is called any more".formatted(watch.toSeconds()));
        Poll.pause(watch);
        List<NoticeMail> late = demo.mailbox()
                .all(mail -> mail.subjectText().equals(MailSubject.URGENT)
                        && mail.at().isAfter(acknowledgedAt));
        boolean claimed = late.stream().allMatch(mail -> mail.at().isBefore(acknowledgedAt.plus(IN_FLIGHT)))
                && late.stream().map(NoticeMail::to).distinct().count() == late.size();
        demo.checks.that(
                "確認之後沒有再寄催請信（G6）",
                "no more mail of the ladder after the acknowledgement (G6)",
                claimed,
                List.of(),
                late.stream().map(mail -> mail.at() + " " + mail.to()).collect(Collectors.toList()));
        demo.checks.equal(
                "各通知均已確認，不再往上通知",
                "every ladder has stopped",
                demo.people.notifiedAgencies(demo.participants.agency()).stream()
                        .map(agency -> agency + " ACKNOWLEDGED null")
                        .sorted()
                        .toList(),
                demo.urgentNotices().stream()
                        .map(notice -> notice.path("recipientAgency").asText() + " "
                                + notice.path("status").asText() + " "
                                + notice.path("nextStepAt").asText())
                        .sorted()
                        .toList());
        demo.checks.equal("確認之後沒有待撥的電話", "no call is left to make", List.of(), demo.phone.open(demo.id()));
    }

    /** The Chinese heading of a page. */
    private static String heading(String page) {
        int start = page.indexOf("<h1>");
        int end = page.indexOf('<', start + 4);
        return start < 0 || end < 0 ? page : page.substring(start + 4, end).strip();
    }
}
