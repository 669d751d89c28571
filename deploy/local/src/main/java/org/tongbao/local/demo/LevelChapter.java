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
final class LevelChapter {
    private static final String DECISION = "deploy/local/examples/review-decision.json";

    private final Case it;

    LevelChapter(Case it) {
        this.it = it;
    }

    void play() {
        it.tell.step(6, "等級變更 3 → 2", "Re-level 3 → 2");
        JsonNode before = it.now();
        JsonNode decided = ReviewChapter.decide(it, ReviewChapter.waiting(it, "LEVEL"), decision());
        JsonNode after = it.once(now -> now.at("/level/effective").asInt() == 2);
        it.tell.at(
                Case.time(decided.at("/decision/at")),
                "%s（%s）改列第 2 級，依據：%s"
                        .formatted(
                                decided.at("/decision/reviewer").asText(),
                                decided.at("/decision/authority").asText(),
                                decided.at("/decision/basis").asText()),
                "The reviewer found level 2, with a basis");
        show(before, after, "damage-control");
        show(before, after, "team");
        check(after);
        told();
    }

    private static String decision() {
        try {
            return Files.readString(LocalOptions.repository().resolve(DECISION));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void show(JsonNode before, JsonNode after, String key) {
        JsonNode was = Case.obligation(before, key);
        JsonNode is = Case.obligation(after, key);
        Instant due = Case.time(is.path("dueAt"));
        it.tell.line("%s %s：%s %s → %s %s（%s）"
                .formatted(
                        is.at("/name/zh").asText(),
                        key,
                        was.path("clause").asText(),
                        Narrator.clock(Case.time(was.path("dueAt"))),
                        is.path("clause").asText(),
                        Narrator.clock(due),
                        is.path("state").asText().equals("OVERDUE")
                                ? "已逾期，紀錄保留 missed, and stays so"
                                : "剩餘 left " + Narrator.left(Duration.between(Instant.now(), due))));
    }

    private void check(JsonNode after) {
        it.checks.same(
                "等級：生效 2、申報 3、審核 2",
                "level: effective 2, declared 3, reviewed 2",
                "2 3 2",
                after.at("/level/effective").asText() + " "
                        + after.at("/level/declared").asText() + " "
                        + after.at("/level/reviewed").asText());
        JsonNode damage = Case.obligation(after, "damage-control");
        it.checks.same(
                "損害控制期限自原起算點（知悉）重算",
                "damage control is recomputed from its original anchor",
                "§21(一) " + it.aware().plus(it.pace.damageControlAtTwo) + " OPEN",
                damage.path("clause").asText() + " " + Case.time(damage.path("dueAt")) + " "
                        + damage.path("state").asText());
        if (it.pace == Pace.FAST) {
            JsonNode team = Case.obligation(after, "team");
            it.checks.same(
                    "降級不會抹去已發生的逾期",
                    "lowering does not erase a breach",
                    "OVERDUE",
                    team.path("state").asText());
        }
        it.checks.same(
                "等級審核於期限內完成",
                "the level review was met in time",
                "MET",
                Case.obligation(after, "level-review").path("state").asText());
    }

    private void told() {
        new Telling(it).checkMail(Topic.LEVEL_DECIDED, reporter(it), "通報機關得知審核結果", "the reporting agency is told");
        new Telling(it)
                .checkMail(
                        Topic.LEVEL_CHANGED,
                        everybody(it),
                        "先前已通知的每個人得知等級變更",
                        "everybody told before learns of the new level");
    }

    static List<String> reporter(Case it) {
        return it.people.reportWindow(it.cast.agency()).stream()
                .map(Person::mail)
                .toList();
    }

    /** All people who had a notice to acknowledge. */
    static List<String> everybody(Case it) {
        List<Person> all = new ArrayList<>(it.told);
        all.addAll(it.people.reportWindow(it.cast.affected()));
        return all.stream().map(Person::mail).toList();
    }
}
