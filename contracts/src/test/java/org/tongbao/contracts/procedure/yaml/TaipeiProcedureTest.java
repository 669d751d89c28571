package org.tongbao.contracts.procedure.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongbao.contracts.procedure.Anchor;
import org.tongbao.contracts.procedure.Anchors;
import org.tongbao.contracts.procedure.Answers;
import org.tongbao.contracts.procedure.Answers.Business;
import org.tongbao.contracts.procedure.Answers.Data;
import org.tongbao.contracts.procedure.Answers.Harm;
import org.tongbao.contracts.procedure.Answers.Interruption;
import org.tongbao.contracts.procedure.Answers.Severity;
import org.tongbao.contracts.procedure.Answers.TolerableInterruption;
import org.tongbao.contracts.procedure.Aspect;
import org.tongbao.contracts.procedure.Channel;
import org.tongbao.contracts.procedure.Classification.Because;
import org.tongbao.contracts.procedure.Condition;
import org.tongbao.contracts.procedure.Force;
import org.tongbao.contracts.procedure.Ladder;
import org.tongbao.contracts.procedure.Ladder.Target;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.NoticeRule;
import org.tongbao.contracts.procedure.NoticeRule.Proof;
import org.tongbao.contracts.procedure.NoticeRule.Recipient;
import org.tongbao.contracts.procedure.Obligation;
import org.tongbao.contracts.procedure.Occasion;
import org.tongbao.contracts.procedure.Owner;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.contracts.procedure.Relation;
import org.tongbao.contracts.procedure.RequirementRow;
import org.tongbao.contracts.procedure.Role;
import org.tongbao.contracts.requirement.Requirement;

/** The report of {@code examples/report-taipei-level-3} under 臺北市's procedure. */
class TaipeiProcedureTest {
    private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
    private static final Set<Condition> NO_FACTS = Set.of();

    private final Procedure taipei =
            ProcedureFiles.shipped().byId("s2-taipei-113").orElseThrow();

    @Test
    @Requirement("S2-05")
    void theExampleIsClassifiedWithTheSentencesThatDecide() {
        Harm harm = new Harm(Business.CORE, Data.SENSITIVE, Severity.MINOR);
        Interruption interruption = new Interruption(Business.CORE, TolerableInterruption.WITHIN);

        var classified = taipei.classify(new Answers(harm, harm, interruption)).orElseThrow();

        assertThat(classified.level()).isEqualTo(Level.THREE);
        assertThat(classified.because())
                .containsExactly(
                        new Because(Aspect.CONFIDENTIALITY, Level.THREE, "一般公務機密、敏感資訊或涉及關鍵基礎設施維運之核心業務資訊遭輕微洩漏"),
                        new Because(Aspect.INTEGRITY, Level.THREE, "一般公務機密、敏感資訊、涉及關鍵基礎設施維運之核心業務資訊或核心資通系統遭輕微竄改"),
                        new Because(
                                Aspect.AVAILABILITY, Level.TWO, "未涉及關鍵基礎設施維運之核心業務或核心資通系統之運作受影響或停頓，於可容忍中斷時間內回復正常運作"));
    }

    @ParameterizedTest
    @CsvSource({
        "NON_CORE, GENERAL, MINOR, 1",
        "NON_CORE, GENERAL, SERIOUS, 2",
        "CORE, GENERAL, MINOR, 2",
        "CORE, GENERAL, SERIOUS, 3",
        "CORE_CI, GENERAL, MINOR, 3",
        "CORE_CI, GENERAL, SERIOUS, 4",
        "NON_CORE, OFFICIAL_SECRET, MINOR, 3",
        "NON_CORE, SENSITIVE, SERIOUS, 4",
        "CORE_CI, SENSITIVE, MINOR, 3",
        "NON_CORE, STATE_SECRET, MINOR, 4"
    })
    void leakedOrTamperedDataHasTheLevelOfTheTable(Business business, Data data, Severity severity, int level) {
        Harm harm = new Harm(business, data, severity);

        assertThat(levelOf(new Answers(harm, null, null))).contains(Level.of(level));
        assertThat(levelOf(new Answers(null, harm, null))).contains(Level.of(level));
    }

    @ParameterizedTest
    @CsvSource({
        "NON_CORE, WITHIN, 1", "NON_CORE, BEYOND, 2", "CORE, WITHIN, 2",
        "CORE, BEYOND, 3", "CORE_CI, WITHIN, 3", "CORE_CI, BEYOND, 4"
    })
    void anInterruptionHasTheLevelOfTheTable(Business business, TolerableInterruption beyond, int level) {
        assertThat(levelOf(new Answers(null, null, new Interruption(business, beyond))))
                .contains(Level.of(level));
    }

    @Test
    void whereNothingIsTouchedThereIsNoLevel() {
        assertThat(levelOf(new Answers(null, null, null))).isEmpty();
    }

    /** Key, owner, clause, anchor and due time of {@code report-taipei-level-3.answer.json}. */
    @Test
    @Requirement({"S2-12", "S2-15", "S2-19", "S2-23", "S2-25", "S2-27", "S2-29", "S2-40"})
    void theExampleOpensTheObligationsOfItsAnswer() {
        List<Obligation.Open> open = open(Level.THREE, Set.of(Condition.AFFECTED_AGENCIES, Condition.PERSONAL_DATA));

        assertThat(open.stream().map(TaipeiProcedureTest::line))
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
        assertThat(open(Level.TWO, NO_FACTS).stream().map(TaipeiProcedureTest::line))
                .contains(
                        "team intake §18(一) must aware 2026-11-20T11:20+08:00",
                        "level-review review §15(一) must received 2026-11-20T16:46:12.431+08:00",
                        "damage-control intake §21(一) must aware 2026-11-23T08:20+08:00")
                .noneMatch(line -> line.startsWith("effect-report"))
                .noneMatch(line -> line.startsWith("lateral-notice"));
    }

    @Test
    @Requirement({"S2-11", "S2-13", "S2-14", "S2-17", "S2-30", "S2-34", "S2-35", "S2-39", "S2-42"})
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

        assertThat(open.stream().map(TaipeiProcedureTest::line))
                .contains(
                        "short-term-improvement intake §29(一) must root-cause-done no limit",
                        "mid-term-improvement intake §29(二) must root-cause-done 2027-05-26T00:00+08:00",
                        "long-term-improvement intake §29(三) should root-cause-done 2028-11-26T00:00+08:00",
                        "improvement-plan intake §30 must root-cause-done no limit",
                        "record-sign-off intake §32 must closed no limit");
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
    @Requirement("S2-52")
    void levelThreeIsToldUrgentlyToSuperiorSupervisingAgencyAndCityBureau() {
        NoticeRule urgent = onlyNotice(Occasion.INCIDENT_REPORTED, Level.THREE);

        assertThat(urgent.key()).isEqualTo("urgent-notice");
        assertThat(urgent.to()).containsExactly(Relation.SUPERIOR, Relation.SUPERVISING, Relation.CITY_BUREAU);
        assertThat(urgent.recipients())
                .containsExactly(
                        new Recipient(Role.REVIEWER, true),
                        new Recipient(Role.CISO, false),
                        new Recipient(Role.IT_HEAD, false));
        assertThat(urgent.channels()).containsExactly(Channel.PHONE_TASK, Channel.MAIL);
        assertThat(taipei.noticesOn(Occasion.INCIDENT_REPORTED, Level.TWO, NO_FACTS))
                .isEmpty();
        assertThat(onlyNotice(Occasion.LEVEL_RAISED, Level.FOUR)).isEqualTo(urgent);
    }

    @Test
    void theUrgentLadderGoesToDeputiesNextRoleDutyDeskAndTheOneAbove() {
        Ladder ladder = taipei.ladderOf(onlyNotice(Occasion.INCIDENT_REPORTED, Level.FOUR))
                .orElseThrow();

        assertThat(ladder.steps())
                .extracting(Ladder.Step::to)
                .containsExactly(
                        Target.NOTICE_RECIPIENTS,
                        Target.DEPUTIES_OF_PREVIOUS,
                        Target.ROLES,
                        Target.DUTY_DESK,
                        Target.PARENT_DUTY_DESK);
        assertThat(ladder.steps()).allSatisfy(step -> {
            assertThat(step.waitAt(Level.FOUR)).isEqualTo(Duration.ofMinutes(5));
            assertThat(step.waitAt(Level.THREE)).isEqualTo(Duration.ofMinutes(10));
            assertThat(step.waitAt(Level.TWO)).isEqualTo(Duration.ofMinutes(60));
        });
        assertThat(ladder.steps().get(2).roles())
                .containsExactly(new Recipient(Role.SECURITY_CONTACT, false), new Recipient(Role.REPORT_WINDOW, false));
    }

    @Test
    @Requirement("S2-15")
    void aLateralNoticeIsMetByPhoneOrReplyAndNotByMail() {
        NoticeRule lateral = onlyNotice(Occasion.AFFECTED_AGENCY_NAMED, Level.ONE);

        assertThat(lateral.clause()).isEqualTo("§12");
        assertThat(lateral.to()).containsExactly(Relation.AFFECTED);
        assertThat(lateral.recipients()).containsExactly(new Recipient(Role.REPORT_WINDOW, false));
        assertThat(lateral.proof()).containsExactlyInAnyOrder(Proof.PHONE_ANSWERED, Proof.REPLIED);
    }

    @Test
    @Requirement("S2-20")
    void theReporterIsInformedOfTheDecision() {
        NoticeRule decided = onlyNotice(Occasion.LEVEL_DECIDED, Level.TWO);

        assertThat(decided.information()).isTrue();
        assertThat(decided.to()).containsExactly(Relation.REPORTING_AGENCY);
    }

    @Test
    @Requirement({"S2-21", "S2-29"})
    void whoeverWasToldIsToldWhatFollows() {
        assertThat(List.of(Occasion.NOTICE_ACKNOWLEDGED, Occasion.LEVEL_CHANGED, Occasion.CLOSED))
                .allSatisfy(occasion ->
                        assertThat(onlyNotice(occasion, Level.THREE).to()).containsExactly(Relation.ALREADY_TOLD));
        assertThat(onlyNotice(Occasion.DAMAGE_CONTROLLED, Level.THREE).clause()).isEqualTo("§23(一)");
        assertThat(taipei.noticesOn(Occasion.DAMAGE_CONTROLLED, Level.TWO, NO_FACTS))
                .isEmpty();
    }

    @Test
    void everyOccasionTellsSomebodyAtLevelThreeOrElseBelow() {
        for (Occasion occasion : EnumSet.complementOf(EnumSet.of(Occasion.OBLIGATION_MET))) {
            List<NoticeRule> told = new ArrayList<>(taipei.noticesOn(occasion, Level.THREE, NO_FACTS));
            told.addAll(taipei.noticesOn(occasion, Level.TWO, NO_FACTS));
            assertThat(told).as(occasion.key()).isNotEmpty();
        }
    }

    @Test
    @Requirement({"S2-04", "S2-06", "S2-24", "S2-32", "S2-46", "S2-50"})
    void standingDutiesAreData() {
        assertThat(taipei.contacts())
                .filteredOn(contact -> contact.role() == Role.REPORT_WINDOW)
                .allSatisfy(contact -> {
                    assertThat(contact.outsourcedAllowed()).isFalse();
                    assertThat(contact.deputyRequired()).isTrue();
                    assertThat(contact.aroundTheClock()).isTrue();
                });
        assertThat(taipei.evidence().isolation()).hasSize(5).noneMatch(means -> means.contains("關機"));
        assertThat(taipei.drills()).hasSize(2);
        assertThat(taipei.team().seats()).hasSize(7);
    }

    @Test
    void everyRowOfTheDocumentIsARuleOrHasAReason() {
        assertThat(taipei.requirements())
                .extracting(RequirementRow::id)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 52)
                        .mapToObj("S2-%02d"::formatted)
                        .toList());
        assertThat(taipei.requirements())
                .allSatisfy(row -> assertThat(taipei.ruleNames()).containsAll(row.rules()));
        assertThat(taipei.requirements())
                .filteredOn(row -> row.rules().isEmpty())
                .allSatisfy(row -> assertThat(row.reason()).isNotBlank());
    }

    @Test
    void everyObligationAndNoticeAnswersARowOrIsOurDesign() {
        List<String> named = taipei.requirements().stream()
                .flatMap(row -> row.rules().stream())
                .toList();

        assertThat(taipei.obligations().stream().map(rule -> "obligations/" + rule.key()))
                .isSubsetOf(named);
        assertThat(taipei.notices().stream()
                        .filter(rule -> rule.source() == org.tongbao.contracts.procedure.Source.TEXT)
                        .map(rule -> "notices/" + rule.key()))
                .isSubsetOf(named);
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

    private NoticeRule onlyNotice(Occasion occasion, Level level) {
        List<NoticeRule> rules = taipei.noticesOn(occasion, level, NO_FACTS);
        assertThat(rules).as(occasion.key()).hasSize(1);
        return rules.get(0);
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

    private Optional<Level> levelOf(Answers answers) {
        return taipei.classify(answers).map(classified -> classified.level());
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
