package org.tongbao.intake.incident.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Anchor;
import org.tongbao.contracts.procedure.Anchors;
import org.tongbao.contracts.procedure.Condition;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.MetBy;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.intake.affected.domain.AffectedAgency;
import org.tongbao.intake.closing.domain.Closing;
import org.tongbao.intake.domain.Refusal;
import org.tongbao.intake.domain.Refused;
import org.tongbao.intake.level.domain.LevelOnRecord;
import org.tongbao.intake.obligation.domain.IncidentObligation;
import org.tongbao.intake.obligation.domain.IncidentObligations;
import org.tongbao.intake.obligation.domain.MovedLimit;
import org.tongbao.intake.obligation.domain.ObligationState;
import org.tongbao.intake.report.domain.Filing;
import org.tongbao.intake.report.domain.Report;
import org.tongbao.intake.report.domain.ReportingAgency;

/** 資通安全事件: one incident from report to closing, under the procedure version it was opened with. */
public final class Incident {
    private final UUID id;
    private final IncidentNumber number;
    private final String agency;
    private final Procedure procedure;
    private final boolean procedureAssumed;
    private final ZoneId zone;
    private final Filing filing;
    private final boolean exercise;
    private final Set<Condition> facts = EnumSet.noneOf(Condition.class);
    private final KnownAnchors anchors;
    private final IncidentObligations obligations;
    private LevelOnRecord level;
    private Closing closing;
    private @Nullable String approvedBy;

    /**
     * The stored state of an incident.
     *
     * @param procedureAssumed whether the agency was not known, and the default procedure was taken
     * @param zone where calendar limits are counted
     */
    public record Snapshot(
            UUID id,
            IncidentNumber number,
            String agency,
            Procedure procedure,
            boolean procedureAssumed,
            ZoneId zone,
            Filing filing,
            boolean exercise,
            LevelOnRecord level,
            Set<Condition> facts,
            Map<Anchor, KnownAnchor> anchors,
            List<IncidentObligation> obligations,
            @Nullable String approvedBy,
            @Nullable Instant closingFiledAt) {}

    private Incident(Snapshot snapshot) {
        id = snapshot.id();
        number = snapshot.number();
        agency = snapshot.agency();
        procedure = snapshot.procedure();
        procedureAssumed = snapshot.procedureAssumed();
        zone = snapshot.zone();
        filing = snapshot.filing();
        exercise = snapshot.exercise();
        level = snapshot.level();
        facts.addAll(snapshot.facts());
        anchors = new KnownAnchors(snapshot.anchors());
        obligations = new IncidentObligations(snapshot.obligations());
        closing = new Closing(snapshot.closingFiledAt(), anchors.at(Anchor.CLOSED));
        approvedBy = snapshot.approvedBy();
    }

    public static Incident of(Snapshot snapshot) {
        return new Incident(snapshot);
    }

    /**
     * Opens an incident from a report.
     *
     * @param approver subject of the token that approved, when the reporter may approve
     */
    public static Incident open(
            UUID id,
            IncidentNumber number,
            ReportingAgency reporting,
            Report report,
            Filing filing,
            @Nullable String approver) {
        Procedure procedure = reporting.procedure();
        Incident opened = new Incident(new Snapshot(
                id,
                number,
                reporting.agency(),
                procedure,
                reporting.procedureAssumed(),
                reporting.zone(),
                filing,
                report.exercise(),
                LevelOnRecord.assess(procedure, report.impact(), report.declaredLevel()),
                factsAtOpening(reporting, report, filing, approver),
                KnownAnchors.of(report, filing).all(),
                List.of(),
                approver,
                null));
        opened.recompute(filing.receivedAt());
        opened.obligations.meet(MetBy.REPORT_FILED, filing.receivedAt());
        return opened;
    }

    private static Set<Condition> factsAtOpening(
            ReportingAgency reporting, Report report, Filing filing, @Nullable String approver) {
        Set<Condition> facts = EnumSet.noneOf(Condition.class);
        facts.addAll(report.facts());
        if (!report.affected().isEmpty()) {
            facts.add(Condition.AFFECTED_AGENCIES);
        }
        if (filing.offline()) {
            facts.add(Condition.FILED_OFFLINE);
        }
        if (reporting.reportsToCentralAgency()) {
            facts.add(Condition.REPORTS_TO_CENTRAL_AGENCY);
        }
        if (reporting.procedure().approvalRequired() && !report.approval() && approver == null) {
            facts.add(Condition.APPROVAL_MISSING);
        }
        return facts;
    }

    /** 補充: the report is replaced by a fuller one; anchors stay as first stated. */
    public List<IncidentChange> supplement(Report supplemented, String by, Instant now) {
        closing.requireOpen();
        facts.addAll(supplemented.facts());
        anchors.addTyped(supplemented.typedAnchors());
        return changeLevel(
                level.recalculate(procedure, supplemented.impact()), IncidentChange.LevelReason.DECLARED, by, now);
    }

    /** 等級變更: the agency declares another level. */
    public List<IncidentChange> declareLevel(Level declared, String by, Instant now) {
        closing.requireOpen();
        if (declared == level.effective()) {
            throw new Refused(Refusal.SAME_LEVEL);
        }
        return changeLevel(level.declare(declared), IncidentChange.LevelReason.DECLARED, by, now);
    }

    /** 審核完成: the reviewed level counts from now on, for limits from their original anchors. */
    public List<IncidentChange> concludeLevelReview(Level reviewed, String by, Instant at) {
        anchors.addSystem(Anchor.REVIEWED, at);
        List<IncidentChange> changes = new ArrayList<>(met(MetBy.REVIEW_CONCLUDED, at, at));
        changes.addAll(changeLevel(level.review(reviewed), IncidentChange.LevelReason.REVIEWED, by, at));
        return changes;
    }

    private List<IncidentChange> changeLevel(
            LevelOnRecord changed, IncidentChange.LevelReason reason, String by, Instant now) {
        Level before = level.effective();
        level = changed;
        List<MovedLimit> moved = recompute(now);
        return before == level.effective()
                ? List.of()
                : List.of(new IncidentChange.LevelChanged(before, level.effective(), reason, by, now, moved));
    }

    /** The limit of the level review, as set by review-service, which owns that clock. */
    public void scheduleLevelReview(Instant due) {
        obligations.setOwnersLimit(MetBy.REVIEW_CONCLUDED, due);
    }

    /** The level review passed its limit without a decision. */
    public void missLevelReview() {
        obligations.miss(MetBy.REVIEW_CONCLUDED);
    }

    /**
     * 損害控制, 復原: the response reached a milestone. It counts when it is entered, since the clauses ask for the entry.
     *
     * @param at when it was reached, as stated
     */
    public List<IncidentChange> reach(Milestone milestone, Instant at, Instant now) {
        closing.requireOpen();
        if (!anchors.addTyped(milestone.anchor(), at)) {
            throw new Refused(Refusal.MILESTONE_ALREADY_REACHED);
        }
        List<IncidentChange> changes = new ArrayList<>();
        changes.add(new IncidentChange.MilestoneReached(milestone, at, now));
        if (milestone != Milestone.INITIALLY_CONTAINED) {
            anchors.addTyped(Anchor.INITIALLY_CONTAINED, at);
            changes.addAll(met(MetBy.DAMAGE_CONTROL_RECORDED, now, now));
        }
        recompute(now);
        return changes;
    }

    /** 根因分析完成, 事由解除: an anchor of other limits became known. */
    public void addAnchor(Anchor anchor, Instant at, Instant now) {
        anchors.addTyped(anchor, at);
        recompute(now);
    }

    /** A fact that other rules depend on became known. */
    public void addFact(Condition fact, Instant now) {
        facts.add(fact);
        recompute(now);
    }

    /**
     * Meets the obligations that wait for this.
     *
     * @param at when it was done, as stated
     */
    public List<IncidentChange> meet(MetBy what, Instant at, Instant now) {
        closing.requireOpen();
        return met(what, at, now);
    }

    /** The same for one rule only, where several rules are met by the same kind of entry. */
    public List<IncidentChange> meet(MetBy what, String key, Instant at, Instant now) {
        closing.requireOpen();
        return progressed(obligations.meet(what, key, at), now);
    }

    /** 受影響機關: named after the report. */
    public List<IncidentChange> nameAffected(AffectedAgency affected, Set<String> namedBefore, Instant now) {
        closing.requireOpen();
        if (affected.agency().equals(agency) || namedBefore.contains(affected.agency())) {
            throw new Refused(Refusal.AFFECTED_ALREADY_NAMED);
        }
        addFact(Condition.AFFECTED_AGENCIES, now);
        return List.of(new IncidentChange.AffectedAgencyNamed(affected, now));
    }

    /** 橫向通報: all affected agencies were reached. */
    public List<IncidentChange> meetLateralNotices(Instant at) {
        return met(MetBy.LATERAL_NOTICES_MET, at, at);
    }

    /** 資通安全長核可, by the approver's own token. */
    public List<IncidentChange> approve(String approver, Instant now) {
        closing.requireOpen();
        if (approvedBy != null || !procedure.approvalRequired()) {
            throw new Refused(Refusal.NOTHING_TO_SIGN);
        }
        approvedBy = approver;
        List<IncidentChange> changes = new ArrayList<>();
        changes.add(new IncidentChange.Approved(approver, now));
        changes.addAll(met(MetBy.APPROVAL_CONFIRMED, now, now));
        return changes;
    }

    /** 紀錄簽核: of the whole record, also after the closing. */
    public List<IncidentChange> signRecord(Instant now) {
        return met(MetBy.RECORD_SIGNED, now, now);
    }

    /** 結報: the agency files the closing. */
    public List<IncidentChange> fileClosing(String by, Instant now) {
        closing = closing.file(now);
        List<IncidentChange> changes = new ArrayList<>();
        changes.add(new IncidentChange.ClosingFiled(by, now));
        changes.addAll(met(MetBy.CLOSING_FILED, now, now));
        return changes;
    }

    /** The authority received the closing, or accepted it after its review. */
    public List<IncidentChange> close(Instant at) {
        if (closing.closed()) {
            return List.of();
        }
        closing = closing.close(at);
        anchors.addSystem(Anchor.CLOSED, at);
        recompute(at);
        return List.of(new IncidentChange.Closed(at));
    }

    /** 說明或調整: the authority questions the closing; the agency files it again. What was met stays met. */
    public void questionClosing() {
        closing = closing.question();
    }

    private List<IncidentChange> met(MetBy what, Instant at, Instant now) {
        return progressed(obligations.meet(what, at), now);
    }

    private static List<IncidentChange> progressed(List<IncidentObligation> met, Instant now) {
        return met.stream()
                .<IncidentChange>map(it -> new IncidentChange.ObligationProgressed(
                        it,
                        it.state() == ObligationState.MET
                                ? IncidentChange.Progress.MET
                                : IncidentChange.Progress.MET_LATE,
                        now))
                .toList();
    }

    private List<MovedLimit> recompute(Instant now) {
        var applying = procedure.openLimits(level.effective(), level.first(), facts, anchors.instants(), zone);
        return obligations.recompute(procedure.obligations(), applying, now);
    }

    public IncidentState state() {
        if (closing.closed()) {
            return IncidentState.CLOSED;
        }
        if (closing.filed()) {
            return IncidentState.CLOSING_FILED;
        }
        if (anchors.has(Anchor.RECOVERED)) {
            return IncidentState.RECOVERED;
        }
        return anchors.has(Anchor.CONTAINED) ? IncidentState.CONTAINED : IncidentState.REPORTED;
    }

    /** The instant that limits from this anchor count from, taken from the next later one when it was not given. */
    public Anchors.@Nullable Known anchor(Anchor anchor) {
        return anchors.instants().at(anchor).orElse(null);
    }

    /** The clause of the obligation that is met by this, null when the incident owes none. */
    public @Nullable String clauseOf(MetBy what) {
        return obligations.clauseOf(what).orElse(null);
    }

    public UUID id() {
        return id;
    }

    public IncidentNumber number() {
        return number;
    }

    public String agency() {
        return agency;
    }

    public Procedure procedure() {
        return procedure;
    }

    public boolean procedureAssumed() {
        return procedureAssumed;
    }

    public ZoneId zone() {
        return zone;
    }

    public Filing filing() {
        return filing;
    }

    /** 演練: whether it is a drill. */
    public boolean exercise() {
        return exercise;
    }

    public LevelOnRecord level() {
        return level;
    }

    public Set<Condition> facts() {
        return Set.copyOf(facts);
    }

    public Map<Anchor, KnownAnchor> anchors() {
        return anchors.all();
    }

    /** In the procedure's order. */
    public List<IncidentObligation> obligations() {
        return obligations.inOrder();
    }

    public @Nullable String approvedBy() {
        return approvedBy;
    }

    public @Nullable Instant closingFiledAt() {
        return closing.filedAt();
    }
}
