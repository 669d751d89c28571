package org.tongbao.local.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/**
 * One incident from the report to the closing, in seven steps: each plays, tells and checks. The steps build on each
 * other and are played in order.
 */
public final class Story {
    private final Case it;

    private Story(Case it) {
        this.it = it;
    }

    /** Under the procedure of Taipei, with its real limits: nothing is waited for. */
    public static Story real(Suite suite, PrintStream out) {
        return new Story(new Case(suite, Pace.REAL, new Narrator(out)));
    }

    /** Under the same procedure with limits of seconds: everything is waited for. */
    public static Story fast(Suite suite, PrintStream out) {
        return new Story(new Case(suite, Pace.FAST, new Narrator(out)));
    }

    /** What held so far and what did not. */
    public Checks checks() {
        return it.checks;
    }

    /** Number of the incident, once it was reported. */
    public String number() {
        return it.number();
    }

    /** All of it; ends early when a door does not answer as it must. Whether everything held. */
    public boolean play() {
        Instant began = Instant.now();
        introduce();
        try {
            report();
            openReview();
            tellPeople();
            climb();
            take();
            relevel();
            close();
        } catch (StoryEnds e) {
            it.tell.ended(String.valueOf(e.getMessage()));
            summary(began, 1);
            return false;
        }
        summary(began, 0);
        return it.checks.broken().isEmpty();
    }

    private void introduce() {
        if (it.pace == Pace.FAST) {
            it.tell.title(
                    "快轉示範：一件第 3 級資安事件從通報到結案，時限以秒計（" + Pace.FAST.procedure + "）",
                    "Fast demonstration: a level 3 incident from report to closing, under limits of seconds");
        } else {
            it.tell.title(
                    "示範：一件第 3 級資安事件從通報到結案，依 " + Pace.REAL.procedure + " 的真實時限；需等候的只說明、不等候",
                    "Demonstration: a level 3 incident from report to closing, under the real limits; waits are told, not waited for");
        }
    }

    private void summary(Instant began, int stopped) {
        int broken = it.checks.broken().size() + stopped;
        it.tell.blank();
        it.tell.plain("%s  %d 項相符 held · %d 項不符 broken · 信箱 mailboxes %smailboxes · %d 秒 s"
                .formatted(
                        broken == 0 ? "✓ 全部相符 all held" : "✗ 有不符之處 not everything held",
                        it.checks.held(),
                        broken,
                        it.suite.frontDoor(),
                        Duration.between(began, Instant.now()).toSeconds()));
    }

    /** Step 1: the report is taken, with number, level and what is owed. */
    public void report() {
        new ReportChapter(it).play();
    }

    /** Step 2: review has it, with its limit. */
    public void openReview() {
        new ReviewChapter(it).play();
    }

    /** Step 3: whom the directory names has mail and a phone task. */
    public void tellPeople() {
        new ToldChapter(it).play();
    }

    /** Step 4: nobody acknowledges, and the ladder goes up. */
    public void climb() {
        new LadderChapter(it).play();
    }

    /** Step 5: a deputy takes it, and everybody who was told is told so. */
    public void take() {
        new TakenChapter(it).play();
    }

    /** Step 6: the reviewer finds another level. */
    public void relevel() {
        new LevelChapter(it).play();
    }

    /** Step 7: under control, closed, and the whole story from the timeline. */
    public void close() {
        new ClosingChapter(it).play();
    }
}
