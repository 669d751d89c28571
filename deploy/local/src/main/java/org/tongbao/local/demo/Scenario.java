package org.tongbao.local.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/**
 * One incident from the report to the closing, in seven steps: each acts, prints and checks. The steps build on each
 * other and are played in order.
 */
public final class Scenario {
    private final DemoIncident demo;

    private Scenario(DemoIncident demo) {
        this.demo = demo;
    }

    /** Under the procedure of Taipei, with its real limits: nothing is waited for. */
    public static Scenario real(Suite suite, PrintStream out) {
        return new Scenario(new DemoIncident(suite, Pace.REAL, new Narrator(out)));
    }

    /** Under the same procedure with limits of seconds: everything is waited for. */
    public static Scenario fast(Suite suite, PrintStream out) {
        return new Scenario(new DemoIncident(suite, Pace.FAST, new Narrator(out)));
    }

    /** What held so far and what did not. */
    public Checks checks() {
        return demo.checks;
    }

    /** Number of the incident, once it was reported. */
    public String number() {
        return demo.number();
    }

    /** All of it; ends early when an endpoint does not answer as it must. Whether everything held. */
    public boolean play() {
        Instant began = Instant.now();
        introduce();
        try {
            report();
            openReview();
            notifyRecipients();
            escalate();
            acknowledge();
            changeLevel();
            close();
        } catch (ScenarioAborted e) {
            demo.narrator.ended(String.valueOf(e.getMessage()));
            summary(began, 1);
            return false;
        }
        summary(began, 0);
        return demo.checks.failed().isEmpty();
    }

    private void introduce() {
        if (demo.pace == Pace.FAST) {
            demo.narrator.title(
                    "快轉示範：一件第 3 級資安事件從通報到結案，時限以秒計（" + Pace.FAST.procedure + "）",
                    "Fast demonstration: a level 3 incident from report to closing, under limits of seconds");
        } else {
            demo.narrator.title(
                    "示範：一件第 3 級資安事件從通報到結案，依 " + Pace.REAL.procedure + " 的真實時限；需等候的只說明、不等候",
                    "Demonstration: a level 3 incident from report to closing, under the real limits; waits are shown,"
                            + " not waited for");
        }
    }

    private void summary(Instant began, int stopped) {
        int broken = demo.checks.failed().size() + stopped;
        demo.narrator.blank();
        demo.narrator.plain("%s  %d 項相符 held · %d 項不符 broken · 信箱 mailboxes %smailboxes · %d 秒 s"
                .formatted(
                        broken == 0 ? "✓ 全部相符 all held" : "✗ 有不符之處 not everything held",
                        demo.checks.passed(),
                        broken,
                        demo.suite.gateway(),
                        Duration.between(began, Instant.now()).toSeconds()));
    }

    /** Step 1: the report is taken, with number, level and what is owed. */
    public void report() {
        new ReportChapter(demo).play();
    }

    /** Step 2: review has it, with its limit. */
    public void openReview() {
        new ReviewChapter(demo).play();
    }

    /** Step 3: everybody the directory names has a mail and a phone task. */
    public void notifyRecipients() {
        new NotificationChapter(demo).play();
    }

    /** Step 4: nobody acknowledges, and the ladder goes up. */
    public void escalate() {
        new LadderChapter(demo).play();
    }

    /** Step 5: a deputy acknowledges, and everybody notified before learns of it. */
    public void acknowledge() {
        new AcknowledgementChapter(demo).play();
    }

    /** Step 6: the reviewer finds another level. */
    public void changeLevel() {
        new LevelChangeChapter(demo).play();
    }

    /** Step 7: under control, closed, and the whole scenario from the timeline. */
    public void close() {
        new ClosingChapter(demo).play();
    }
}
