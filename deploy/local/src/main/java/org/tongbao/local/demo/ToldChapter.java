package org.tongbao.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Step 3: superior, supervising agency and city bureau are told, each once, and every named affected agency. */
final class ToldChapter {
    private final Case it;

    ToldChapter(Case it) {
        this.it = it;
    }

    void play() {
        it.tell.step(3, "通知", "Who is told");
        urgent();
        lateral();
    }

    private void urgent() {
        List<Person> expected = new ArrayList<>();
        List<String> agencies = it.people.toldOf(it.cast.agency());
        agencies.forEach(agency -> expected.addAll(it.people.first(agency)));
        it.tell.both(
                "上級、監督機關與資訊局（各通知一次）：" + String.join("、", agencies),
                "superior, supervising agency and city bureau, each once: " + String.join(", ", agencies));
        new Telling(it)
                .check(Topic.URGENT, Rung.FIRST, expected, "輪值審核人、資安長、資訊主管", "on-duty reviewer, CISO and IT head");
        it.told.addAll(expected);
    }

    private void lateral() {
        String affected = it.cast.affected();
        List<Person> windows = it.people.reportWindow(affected);
        it.tell.both(
                "橫向通報受影響機關：" + it.people.nameOf(affected),
                "lateral notice to the affected agency: " + it.people.englishNameOf(affected));
        List<Letter> letters = new Telling(it)
                .check(Topic.LATERAL, Rung.FIRST, windows, "受影響機關通報窗口", "report window of the affected agency");
        answerByPhone(affected, windows, letters);
    }

    /** S2 §12: mail alone does not meet it; the window answers the phone and reads its code out. */
    private void answerByPhone(String affected, List<Person> windows, List<Letter> letters) {
        if (letters.isEmpty()) {
            throw new StoryEnds("沒有橫向通報信 no lateral notice by mail");
        }
        it.phone.answered(it.id(), windows.get(0), letters.get(0).code());
        JsonNode after = it.once(now ->
                Case.obligation(now, "lateral-notice").path("state").asText().startsWith("MET"));
        JsonNode lateral = Case.obligation(after, "lateral-notice");
        it.tell.at(
                Case.timeIfAny(lateral.path("metAt")).orElse(it.received()),
                "值勤台電話聯絡，%s接聽並唸出確認碼：橫向通報完成（§12）".formatted(windows.get(0).shown()),
                "The duty desk called; the window answered with its code, so the lateral notice is met");
        it.checks.same(
                "接聽電話使橫向通報完成",
                "the answered call meets the lateral notice",
                "MET",
                lateral.path("state").asText());
        new Telling(it)
                .checkMail(Topic.TAKEN, mails(windows), "受影響機關已獲通知之人得知由誰確認", "who was told there learns who took it");
    }

    private static List<String> mails(List<Person> people) {
        return people.stream().map(Person::mail).toList();
    }
}
