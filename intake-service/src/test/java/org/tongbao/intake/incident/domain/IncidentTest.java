package org.tongbao.intake.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongbao.contracts.Ids;
import org.tongbao.contracts.procedure.Answers;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.contracts.procedure.yaml.ProcedureFiles;
import org.tongbao.contracts.requirement.Requirement;
import org.tongbao.intake.domain.Refusal;
import org.tongbao.intake.domain.Refused;
import org.tongbao.intake.obligation.domain.IncidentObligation;
import org.tongbao.intake.obligation.domain.MovedLimit;
import org.tongbao.intake.obligation.domain.ObligationState;
import org.tongbao.intake.report.domain.Filing;
import org.tongbao.intake.report.domain.FilingChannel;
import org.tongbao.intake.report.domain.Report;
import org.tongbao.intake.report.domain.ReportingAgency;

class IncidentTest {
    private static final Procedure TAIPEI =
            ProcedureFiles.shipped().byId("s2-taipei-113").orElseThrow();
    private static final Instant AWARE = Instant.parse("2026-11-20T00:20:00Z");
    private static final Instant RECEIVED = AWARE.plus(Duration.ofMinutes(26));

    @Test
    void theDeclaredLevelCountsAndTheCalculatedOneIsShownBesideIt() {
        Incident incident = reported(report(Level.TWO, core(Answers.TolerableInterruption.BEYOND), AWARE));

        assertThat(incident.level().effective()).isEqualTo(Level.TWO);
        assertThat(incident.level().calculated()).isEqualTo(Level.THREE);
        assertThat(incident.level().because()).hasSize(1);
    }

    @Test
    void withoutADeclarationTheMatrixDecides() {
        Incident incident = reported(report(null, core(Answers.TolerableInterruption.BEYOND), AWARE));

        assertThat(incident.level().effective()).isEqualTo(Level.THREE);
        assertThat(incident.level().declared()).isNull();
    }

    @Test
    void aMissingAwarenessIsAssumedFromTheReport() {
        Incident incident = reported(report(Level.TWO, core(Answers.TolerableInterruption.WITHIN), null));

        IncidentObligation team = obligation(incident, "team");
        assertThat(team.clock().limit().anchorAssumed()).isTrue();
        assertThat(team.dueAt()).isEqualTo(RECEIVED.plus(Duration.ofHours(3)));
    }

    @Test
    @Requirement("S2-27")
    void aRaisedLevelMayBeOverdueAtOnce() {
        Incident incident = reported(report(Level.ONE, core(Answers.TolerableInterruption.WITHIN), AWARE));
        Instant later = AWARE.plus(Duration.ofHours(40));

        List<IncidentChange> changes = incident.declareLevel(Level.THREE, "TPE-EDU", later);

        var changed = (IncidentChange.LevelChanged) changes.get(0);
        assertThat(changed.limits()).contains(new MovedLimit("damage-control", AWARE.plus(Duration.ofHours(36)), true));
        assertThat(obligation(incident, "damage-control").stateAt(later)).isEqualTo(ObligationState.OVERDUE);
    }

    @Test
    void loweringNeverErasesABreachEvenBeforeTheTimerSawIt() {
        Incident incident = reported(report(Level.THREE, core(Answers.TolerableInterruption.WITHIN), AWARE));
        Instant missed = AWARE.plus(Duration.ofHours(36));

        incident.concludeLevelReview(Level.ONE, "TPE-DOIT", missed.plusSeconds(1));

        assertThat(obligation(incident, "damage-control").dueAt()).isEqualTo(missed);
        incident.reach(Milestone.CONTAINED, missed, missed.plusSeconds(2));
        assertThat(obligation(incident, "damage-control").state()).isEqualTo(ObligationState.MET_LATE);
    }

    @Test
    void whatNoLongerAppliesLapsesAndComesBack() {
        Incident incident = reported(report(Level.THREE, core(Answers.TolerableInterruption.WITHIN), AWARE));

        incident.concludeLevelReview(Level.TWO, "TPE-DOIT", RECEIVED.plusSeconds(60));
        assertThat(obligation(incident, "effect-report").state()).isEqualTo(ObligationState.LAPSED);
        incident.declareLevel(Level.FOUR, "TPE-EDU", RECEIVED.plusSeconds(120));

        assertThat(obligation(incident, "effect-report").state()).isEqualTo(ObligationState.WAITING);
    }

    @Test
    void aWarningIsGivenOnceAndTheLastOneOnly() {
        Incident incident = reported(report(Level.THREE, core(Answers.TolerableInterruption.WITHIN), AWARE));
        IncidentObligation team = obligation(incident, "team");

        IncidentObligation warned =
                team.advance(AWARE.plus(Duration.ofMinutes(46))).orElseThrow();
        assertThat(warned.warned()).isEqualTo(75);
        assertThat(warned.nextAt()).isEqualTo(AWARE.plus(Duration.ofMinutes(54)));
        assertThat(warned.advance(AWARE.plus(Duration.ofMinutes(50)))).isEmpty();

        IncidentObligation missed =
                warned.advance(AWARE.plus(Duration.ofMinutes(60))).orElseThrow();
        assertThat(missed.state()).isEqualTo(ObligationState.OVERDUE);
        assertThat(missed.nextAt()).isNull();
        assertThat(missed.advance(AWARE.plus(Duration.ofDays(9)))).isEmpty();
    }

    @Test
    void aClockOfAnotherServiceIsNotTimedHere() {
        Incident incident = reported(report(Level.THREE, core(Answers.TolerableInterruption.WITHIN), AWARE));

        assertThat(obligation(incident, "level-review").nextAt()).isNull();
    }

    @Test
    void aMilestoneIsReachedOnceAndAClosedCaseStaysClosed() {
        Incident incident = reported(report(Level.TWO, core(Answers.TolerableInterruption.WITHIN), AWARE));
        incident.reach(Milestone.CONTAINED, RECEIVED, RECEIVED);

        assertThatThrownBy(() -> incident.reach(Milestone.CONTAINED, RECEIVED, RECEIVED))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.refusal()).isEqualTo(Refusal.MILESTONE_ALREADY_REACHED));
        assertThat(incident.close(RECEIVED)).hasSize(1);
        assertThat(incident.close(RECEIVED)).isEmpty();
        assertThatThrownBy(() -> incident.fileClosing("a", RECEIVED))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.refusal()).isEqualTo(Refusal.CLOSED));
    }

    private static IncidentObligation obligation(Incident incident, String key) {
        return incident.obligations().stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Answers core(Answers.TolerableInterruption interruption) {
        return new Answers(null, null, new Answers.Interruption(Answers.Business.CORE, interruption));
    }

    private static Report report(@Nullable Level declared, Answers impact, @Nullable Instant aware) {
        return new Report(
                "t", null, null, null, aware, impact, declared, null, null, "AMBER", false, false, false, true,
                List.of());
    }

    private static Incident reported(Report report) {
        var reporting = new ReportingAgency("TPE-EDU", TAIPEI, false, ZoneId.of("Asia/Taipei"), false, List.of());
        var filing = new Filing(FilingChannel.PORTAL, RECEIVED, RECEIVED, "sub", "name", "TPE-EDU", null);
        return Incident.open(Ids.next(), IncidentNumber.draw(2026, new Random(1)), reporting, report, filing, null);
    }
}
