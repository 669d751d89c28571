package org.tongbao.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Step 3: superior, supervising agency and city bureau are notified, each once, and every named affected agency. */
final class NotificationChapter {
    private final DemoIncident demo;

    NotificationChapter(DemoIncident demo) {
        this.demo = demo;
    }

    void play() {
        demo.narrator.step(3, "通知", "Notices");
        urgent();
        lateral();
    }

    private void urgent() {
        List<Person> expected = new ArrayList<>();
        List<String> agencies = demo.people.notifiedAgencies(demo.participants.agency());
        agencies.forEach(agency -> expected.addAll(demo.people.firstStep(agency)));
        demo.narrator.both(
                "上級、監督機關與資訊局（各通知一次）：" + String.join("、", agencies),
                "superior, supervising agency and city bureau, each once: " + String.join(", ", agencies));
        new RecipientCheck(demo)
                .check(
                        MailSubject.URGENT,
                        LadderPosition.FIRST,
                        expected,
                        "輪值審核人、資安長、資訊主管",
                        "on-duty reviewer, CISO and IT head");
        demo.notified.addAll(expected);
    }

    private void lateral() {
        String affected = demo.participants.affected();
        List<Person> windows = demo.people.reportWindow(affected);
        demo.narrator.both(
                "橫向通報受影響機關：" + demo.people.nameOf(affected),
                "lateral notice to the affected agency: " + demo.people.englishNameOf(affected));
        List<NoticeMail> mails = new RecipientCheck(demo)
                .check(
                        MailSubject.LATERAL,
                        LadderPosition.FIRST,
                        windows,
                        "受影響機關通報窗口",
                        "report window of the affected agency");
        answerByPhone(affected, windows, mails);
    }

    /** S2 §12: mail alone does not meet it; the window answers the phone and reads its code out. */
    private void answerByPhone(String affected, List<Person> windows, List<NoticeMail> mails) {
        if (mails.isEmpty()) {
            throw new ScenarioAborted("沒有橫向通報信 no lateral notice by mail");
        }
        demo.phone.recordAnswered(demo.id(), windows.get(0), mails.get(0).code());
        JsonNode after = demo.await(now -> DemoIncident.obligation(now, "lateral-notice")
                .path("state")
                .asText()
                .startsWith("MET"));
        JsonNode lateral = DemoIncident.obligation(after, "lateral-notice");
        demo.narrator.at(
                DemoIncident.timeIfAny(lateral.path("metAt")).orElse(demo.received()),
                "值勤台電話聯絡，%s接聽並唸出確認碼：橫向通報完成（§12）".formatted(windows.get(0).shown()),
                "The duty desk called; the window answered with its code, so the lateral notice is met");
        demo.checks.equal(
                "接聽電話使橫向通報完成",
                "the answered call meets the lateral notice",
                "MET",
                lateral.path("state").asText());
        new RecipientCheck(demo)
                .checkMail(
                        MailSubject.ACKNOWLEDGED,
                        mails(windows),
                        "受影響機關已獲通知之人得知由誰確認",
                        "who was notified there is notified who acknowledged");
    }

    private static List<String> mails(List<Person> people) {
        return people.stream().map(Person::mail).toList();
    }
}
