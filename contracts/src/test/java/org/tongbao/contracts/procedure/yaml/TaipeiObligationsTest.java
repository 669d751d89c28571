package org.tongbao.contracts.procedure.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.procedure.Anchor;
import org.tongbao.contracts.procedure.Anchors;
import org.tongbao.contracts.procedure.Condition;
import org.tongbao.contracts.procedure.Force;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.Obligation;
import org.tongbao.contracts.procedure.Owner;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.contracts.requirement.Requirement;

/** What {@code examples/report-taipei-level-3} owes under {@code s2-taipei-113}. */
class TaipeiObligationsTest {
    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
    private static final Set<Condition> NO_FACTS = Set.of();

    private final Procedure taipei =
            ProcedureFiles.shipped().byId("s2-taipei-113").orElseThrow();

    /** Key, owner, clause, anchor and due time of {@code report-taipei-level-3.answer.json}. */
    @Test
    @Requirement({"S2-12", "S2-15", "S2-19", "S2-23", "S2-25", "S2-27", "S2-29", "S2-40"})
    void theExampleOpensTheObligationsOfItsAnswer() {
        List<Obligation.Open> open = open(Level.THREE, Set.of(Condition.AFFECTED_AGENCIES, Condition.PERSONAL_DATA));

        assertThat(open.stream().map(TaipeiObligationsTest::line))
                .contains(
                        "report intake §10 must aware 2026-11-20T09:20+08:00",
                        "lateral-notice intake §12 must aware 2026-11-20T09:20+08:00",
                        "team intake §18(二) must aware 2026-11-20T09:20+08:00",
                        "level-review review §15(二) must received 2026-11-20T10:46:12.431+08:00",
                        "damage-control intake §21(二) must aware 2026-11-21T20:20+08:00",
                        "response-meeting intake §20 must initially-contained waiting",
                        "effect-report intake §23(一) must contained waiting",
                        "closing intake §31(五) must aware 2026-12-21T00:00+08:00",
                        "final-report intake 附件一 must aware 2026-12-21T00:00+08:00",
                        "data-subject-notice intake §23(二) must contained waiting",
                        "mid-term-improvement intake §29(二) must root-cause-done waiting",
                        "evidence intake §25 must aware no limit");
    }

    @Test
    @Requirement({"S2-18", "S2-22", "S2-26"})
    void atLevelTwoTheLimitsAreLongerFromTheSameAnchors() {
        assertThat(open(Level.TWO, NO_FACTS).stream().map(TaipeiObligationsTest::line))
                .contains(
                        "team intake §18(一) must aware 2026-11-20T11:20+08:00",
                        "level-review review §15(一) must received 2026-11-20T16:46:12.431+08:00",
                        "damage-control intake §21(一) must aware 2026-11-23T08:20+08:00")
                .noneMatch(line -> line.startsWith("effect-report"))
                .noneMatch(line -> line.startsWith("lateral-notice"));
    }

    @Test
    @Requirement({"S2-11", "S2-13", "S2-14", "S2-17", "S2-30", "S2-34", "S2-35", "S2-38", "S2-39", "S2-42"})
    void aFactMakesItsObligationApply() {
        Map<Condition, String> needed = Map.of(
                Condition.APPROVAL_MISSING, "approval",
                Condition.FILED_OFFLINE, "retroactive-filing",
                Condition.REPORTS_TO_CENTRAL_AGENCY, "copy-to-city-bureau",
                Condition.MALWARE_FOUND, "forensic-files",
                Condition.NOT_EQUIPMENT_FAILURE, "root-cause",
                Condition.DESIGNATED, "improvement-progress",
                Condition.SUPPORT_GRANTED, "forensic-report");

        needed.forEach((fact, key) -> {
            assertThat(keys(Level.TWO, NO_FACTS)).doesNotContain(key);
            assertThat(keys(Level.TWO, Set.of(fact))).contains(key);
        });
        assertThat(keys(Level.TWO, Set.of(Condition.PERSONAL_DATA))).doesNotContain("data-subject-notice");
        assertThat(keys(Level.FOUR, Set.of(Condition.PERSONAL_DATA))).contains("data-subject-notice");
        assertThat(keys(Level.THREE, NO_FACTS)).contains("improvement-progress");
    }

    @Test
    void damageControlIsWarnedOfAtHalfThreeQuartersAndNineTenths() {
        Obligation.Open damageControl = open(Level.THREE, NO_FACTS).stream()
                .filter(open -> open.key().equals("damage-control"))
                .findFirst()
                .orElseThrow();

        assertThat(damageControl.warnings())
                .containsExactly(
                        new Obligation.Warning(50, at("2026-11-21T02:20+08:00")),
                        new Obligation.Warning(75, at("2026-11-21T11:20+08:00")),
                        new Obligation.Warning(90, at("2026-11-21T16:44+08:00")));
    }

    @Test
    @Requirement({"S2-36", "S2-37", "S2-43"})
    void improvementsAreDueFromTheEndOfTheRootCauseAnalysis() {
        Anchors anchors = Anchors.of(Map.of(
                Anchor.AWARE, at("2026-11-20T08:20+08:00"),
                Anchor.ROOT_CAUSE_DONE, at("2026-11-25T15:00+08:00"),
                Anchor.CLOSED, at("2026-12-15T09:00+08:00")));

        var open = taipei.openLimits(Level.ONE, Level.ONE, NO_FACTS, anchors, TAIPEI);

        assertThat(open.stream().map(TaipeiObligationsTest::line))
                .contains(
                        "short-term-improvement intake §29(一) must root-cause-done no limit",
                        "mid-term-improvement intake §29(二) must root-cause-done 2027-05-26T00:00+08:00",
                        "long-term-improvement intake §29(三) should root-cause-done 2028-11-26T00:00+08:00",
                        "improvement-plan intake §30 must root-cause-done no limit",
                        "record-sign-off intake §32 must closed no limit");
    }

    @Test
    void bothEndsAreShownAndTheProcedureSaysWhichCounts() {
        Anchors anchors = Anchors.of(Map.of(Anchor.AWARE, at("2026-11-19T08:20+08:00")));

        Obligation.Open closing = closingOf(taipei, anchors);
        Obligation.Open extended = closingOf(
                ProcedureFiles.read(
                        "extended.yaml",
                        taipei.content().replace("\"extends-to-workday\":false", "\"extends-to-workday\":true")),
                anchors);

        assertThat(closing.dueAt()).isEqualTo(closing.strictDueAt()).isEqualTo(at("2026-12-20T00:00+08:00"));
        assertThat(closing.extendedDueAt()).isEqualTo(at("2026-12-21T12:00+08:00"));
        assertThat(extended.dueAt()).isEqualTo(closing.extendedDueAt());
        assertThat(extended.strictDueAt()).isEqualTo(closing.strictDueAt());
    }

    private static Obligation.Open closingOf(Procedure procedure, Anchors anchors) {
        return procedure.openLimits(Level.THREE, Level.THREE, NO_FACTS, anchors, TAIPEI).stream()
                .filter(open -> open.key().equals("closing"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aMissingAnchorIsTakenFromTheNextLaterOneAndMarked() {
        Anchors anchors = Anchors.of(Map.of(
                Anchor.RECEIVED, at("2026-11-20T08:46:12.431+08:00"),
                Anchor.RECOVERED, at("2026-11-22T10:00+08:00")));

        assertThat(anchors.at(Anchor.AWARE)).contains(new Anchors.Known(at("2026-11-20T08:46:12.431+08:00"), true));
        assertThat(anchors.at(Anchor.RECEIVED)).contains(new Anchors.Known(at("2026-11-20T08:46:12.431+08:00"), false));
        assertThat(anchors.at(Anchor.CONTAINED)).contains(new Anchors.Known(at("2026-11-22T10:00+08:00"), true));
        assertThat(anchors.at(Anchor.CLOSED)).isEmpty();
    }

    @Test
    void onlyTheReviewAndItsSupportRunInAnotherService() {
        assertThat(taipei.obligations())
                .filteredOn(rule -> rule.owner() != Owner.INTAKE)
                .extracting(Obligation::key)
                .containsExactly("level-review", "forensic-report");
        assertThat(taipei.obligations())
                .filteredOn(rule -> rule.force() == Force.SHOULD)
                .extracting(Obligation::key)
                .containsExactly("long-term-improvement");
    }

    private List<Obligation.Open> open(Level level, Set<Condition> facts) {
        Anchors anchors = Anchors.of(Map.of(
                Anchor.AWARE, at("2026-11-20T08:20+08:00"),
                Anchor.REPORTED, at("2026-11-20T08:46:12.431+08:00"),
                Anchor.RECEIVED, at("2026-11-20T08:46:12.431+08:00")));
        return taipei.openLimits(level, level, facts, anchors, TAIPEI);
    }

    private List<String> keys(Level level, Set<Condition> facts) {
        return taipei.obligationsFor(level, level, facts).stream()
                .map(Obligation::key)
                .toList();
    }

    private static String line(Obligation.Open open) {
        Instant due = open.dueAt();
        String when = open.waiting()
                ? "waiting"
                : due == null
                        ? "no limit"
                        : due.atZone(TAIPEI).toOffsetDateTime().toString();
        Obligation rule = open.obligation();
        return String.join(
                " ",
                open.key(),
                rule.owner().key(),
                open.clause(),
                rule.force().key(),
                rule.anchor().key(),
                when);
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }
}
