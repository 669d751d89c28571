package org.tongbao.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tongbao.local.LocalOptions;

/** Step 6: the reviewer finds level 2. The limits are worked out anew from their original anchors. */
final class LevelChangeChapter {
    private static final String DECISION = "deploy/local/examples/review-decision.json";

    private final DemoIncident demo;

    LevelChangeChapter(DemoIncident demo) {
        this.demo = demo;
    }

    void play() {
        demo.narrator.step(6, "等級變更 3 → 2", "Re-level 3 → 2");
        JsonNode before = demo.now();
        JsonNode decided = ReviewChapter.decide(demo, ReviewChapter.waiting(demo, "LEVEL"), decision());
        JsonNode after = demo.await(now -> now.at("/level/effective").asInt() == 2);
        demo.narrator.at(
                DemoIncident.time(decided.at("/decision/at")),
                "%s（%s）改列第 2 級，依據：%s"
                        .formatted(
                                decided.at("/decision/reviewer").asText(),
                                decided.at("/decision/authority").asText(),
                                decided.at("/decision/basis").asText()),
                "The reviewer found level 2, with a basis");
        show(before, after, "damage-control");
        show(before, after, "team");
        check(after);
        checkNotified();
    }

    private static String decision() {
        try {
            return Files.readString(LocalOptions.repository().resolve(DECISION));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void show(JsonNode before, JsonNode after, String key) {
        JsonNode was = DemoIncident.obligation(before, key);
        JsonNode is = DemoIncident.obligation(after, key);
        Instant due = DemoIncident.time(is.path("dueAt"));
        demo.narrator.line("%s %s：%s %s → %s %s（%s）"
                .formatted(
                        is.at("/name/zh").asText(),
                        is.at("/name/en").asText(),
                        was.path("clause").asText(),
                        Narrator.clock(DemoIncident.time(was.path("dueAt"))),
                        is.path("clause").asText(),
                        Narrator.clock(due),
                        is.path("state").asText().equals("OVERDUE")
                                ? "已逾期，紀錄保留 missed, and stays so"
                                : "剩餘 left " + Narrator.left(Duration.between(Instant.now(), due))));
    }

    private void check(JsonNode after) {
        demo.checks.equal(
                "等級：生效 2、申報 3、審核 2",
                "level: effective 2, declared 3, reviewed 2",
                "2 3 2",
                after.at("/level/effective").asText() + " "
                        + after.at("/level/declared").asText() + " "
                        + after.at("/level/reviewed").asText());
        JsonNode damage = DemoIncident.obligation(after, "damage-control");
        demo.checks.equal(
                "損害控制期限自原起算點（知悉）重算",
                "damage control is recomputed from its original anchor",
                "§21(一) " + demo.aware().plus(demo.pace.damageControlAtLevel2) + " OPEN",
                damage.path("clause").asText() + " " + DemoIncident.time(damage.path("dueAt")) + " "
                        + damage.path("state").asText());
        if (demo.pace == Pace.FAST) {
            JsonNode team = DemoIncident.obligation(after, "team");
            demo.checks.equal(
                    "降級不會抹去已發生的逾期",
                    "lowering does not erase a breach",
                    "OVERDUE",
                    team.path("state").asText());
        }
        demo.checks.equal(
                "等級審核於期限內完成",
                "the level review was met in time",
                "MET",
                DemoIncident.obligation(after, "level-review").path("state").asText());
    }

    private void checkNotified() {
        new RecipientCheck(demo)
                .checkMail(MailSubject.LEVEL_DECIDED, reporter(demo), "通報機關得知審核結果", "the reporting agency is notified");
        new RecipientCheck(demo)
                .checkMail(
                        MailSubject.LEVEL_CHANGED,
                        everybody(demo),
                        "先前已通知的每個人得知等級變更",
                        "everybody notified before is notified of the new level");
    }

    static List<String> reporter(DemoIncident demo) {
        return demo.people.reportWindow(demo.participants.agency()).stream()
                .map(Person::mail)
                .toList();
    }

    /** All people who had a notice to acknowledge. */
    static List<String> everybody(DemoIncident demo) {
        List<Person> all = new ArrayList<>(demo.notified);
        all.addAll(demo.people.reportWindow(demo.participants.affected()));
        return all.stream().map(Person::mail).toList();
    }
}
