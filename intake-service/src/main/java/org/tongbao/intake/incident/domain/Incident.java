package org.tongbao.intake.incident.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Anchor;
import org.tongbao.contracts.procedure.Anchors;
import org.tongbao.contracts.procedure.Condition;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.MetBy;
import org.tongbao.contracts.procedure.Obligation;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.intake.affected.domain.AffectedAgency;
import org.tongbao.intake.domain.Refusal;
import org.tongbao.intake.domain.Refused;
import org.tongbao.intake.level.domain.LevelOnRecord;
import org.tongbao.intake.obligation.domain.IncidentObligation;
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
    private LevelOnRecord level;
    private final Set<Condition> facts;
    private final Map<Anchor, KnownAnchor> anchors;
    private final Map<String, IncidentObligation> obligations = new LinkedHashMap<>();
    private @Nullable String approvedBy;
    private @Nullable Instant closingFiledAt;

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
        facts = EnumSet.noneOf(Condition.class);
        facts.addAll(snapshot.facts());
        anchors = new EnumMap<>(Anchor.class);
        anchors.putAll(snapshot.anchors());
        snapshot.obligations().stream()
                .sorted(Comparator.comparingInt(IncidentObligation::position))
                .forEach(it -> obligations.put(it.key(), it));
        approvedBy = snapshot.approvedBy();
        closingFiledAt = snapshot.closingFiledAt();
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
                anchorsAtOpening(report, filing),
                List.of(),
                approver,
                null));
        opened.recompute(filing.receivedAt());
        opened.met(MetBy.REPORT_FILED, filing.receivedAt(), filing.receivedAt());
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

    private static Map<Anchor, KnownAnchor> anchorsAtOpening(Report report, Filing filing) {
        Map<Anchor, KnownAnchor> anchors = new EnumMap<>(Anchor.class);
        report.typedAnchors().forEach((anchor, at) -> anchors.put(anchor, typed(at)));
        KnownAnchor received = filing.offline() ? typed(filing.receivedAt()) : system(filing.receivedAt());
        anchors.put(Anchor.REPORTED, received);
        anchors.put(Anchor.RECEIVED, received);
        return anchors;
    }

    /** 補充: the report is replaced by a fuller one; anchors stay as first stated. */
    public List<IncidentChange> supplement(Report supplemented, String by, Instant now) {
        requireOpen();
        facts.addAll(supplemented.facts());
        supplemented.typedAnchors().forEach((anchor, at) -> anchors.putIfAbsent(anchor, typed(at)));
        LevelOnRecord recalculated = level.recalculate(procedure, supplemented.impact());
        Level before = level.effective();
        level = recalculated;
        List<IncidentChange.MovedLimit> moved = recompute(now);
        return before == level.effective()
                ? List.of()
                : List.of(new IncidentChange.LevelChanged(
                        before, level.effective(), IncidentChange.LevelReason.DECLARED, by, now, moved));
    }

    /** 等級變更: the agency declares another level. */
    public List<IncidentChange> declareLevel(Level declared, String by, Instant now) {
        requireOpen();
        if (declared == level.effective()) {
            throw new Refused(Refusal.SAME_LEVEL);
        }
        return changeLevel(level.declare(declared), IncidentChange.LevelReason.DECLARED, by, now);
    }

    /** 審核完成: the level review ended; the level it found counts from now on, for limits from their old anchors. */
    public List<IncidentChange> concludeLevelReview(Level found, String by, Instant at) {
        anchors.putIfAbsent(Anchor.REVIEWED, system(at));
        List<IncidentChange> changes = new ArrayList<>(meet(MetBy.REVIEW_CONCLUDED, at));
        if (found == level.effective()) {
            level = level.review(found);
            recompute(at);
        } else {
            changes.addAll(changeLevel(level.review(found), IncidentChange.LevelReason.REVIEWED, by, at));
        }
        return changes;
    }

    private List<IncidentChange> changeLevel(
            LevelOnRecord changed, IncidentChange.LevelReason reason, String by, Instant now) {
        Level before = level.effective();
        level = changed;
        return List.of(new IncidentChange.LevelChanged(before, changed.effective(), reason, by, now, recompute(now)));
    }

    /** The limit of the level review, as set by review-service, which owns that clock. */
    public void scheduleLevelReview(Instant due) {
        obligations.replaceAll((key, it) -> it.metBy() == MetBy.REVIEW_CONCLUDED ? it.dueAt(due) : it);
    }

    /** The level review passed its limit without a decision. */
    public void missLevelReview() {
        obligations.replaceAll((key, it) -> it.metBy() == MetBy.REVIEW_CONCLUDED ? it.miss() : it);
    }

    /**
     * 損害控制, 復原: the response reached a milestone. It counts when it is entered, since the clauses ask for the entry.
     *
     * @param at when it was reached, as stated
     */
    public List<IncidentChange> reach(Milestone milestone, Instant at, Instant now) {
        requireOpen();
        if (anchors.putIfAbsent(milestone.anchor(), typed(at)) != null) {
            throw new Refused(Refusal.MILESTONE_ALREADY_REACHED);
        }
        List<IncidentChange> changes = new ArrayList<>();
        changes.add(new IncidentChange.MilestoneReached(milestone, at, now));
        if (milestone != Milestone.INITIALLY_CONTAINED) {
            anchors.putIfAbsent(Anchor.INITIALLY_CONTAINED, typed(at));
            changes.addAll(met(MetBy.DAMAGE_CONTROL_RECORDED, now, now));
        }
        recompute(now);
        return changes;
    }

    /** 根因分析完成, 事由解除: an instant became known that other limits count from. */
    public void addAnchor(Anchor anchor, Instant at, Instant now) {
        anchors.putIfAbsent(anchor, typed(at));
        recompute(now);
    }

    /** A fact became known that other rules ask for. */
    public void addFact(Condition fact, Instant now) {
        facts.add(fact);
        recompute(now);
    }

    /**
     * What a rule waits for was done.
     *
     * @param at when it was done, as stated
     */
    public List<IncidentChange> meet(MetBy what, Instant at, Instant now) {
        requireOpen();
        return met(what, at, now);
    }

    /** The same for one rule only, where several rules are met by the same entry. */
    public List<IncidentChange> meet(MetBy what, String key, Instant at, Instant now) {
        requireOpen();
        IncidentObligation owed = obligations.get(key);
        return owed == null || owed.metBy() != what ? List.of() : met(owed, at, now);
    }

    /** 受影響機關: named after the report. */
    public List<IncidentChange> nameAffected(AffectedAgency affected, Set<String> namedBefore, Instant now) {
        requireOpen();
        if (affected.agency().equals(agency) || namedBefore.contains(affected.agency())) {
            throw new Refused(Refusal.AFFECTED_ALREADY_NAMED);
        }
        addFact(Condition.AFFECTED_AGENCIES, now);
        return List.of(new IncidentChange.AffectedAgencyNamed(affected, now));
    }

    /** 橫向通報: all named agencies were really reached. */
    public List<IncidentChange> meetLateralNotices(Instant at) {
        return meet(MetBy.LATERAL_NOTICES_MET, at);
    }

    /** 資通安全長核可, by the approver's own token. */
    public List<IncidentChange> approve(String approver, Instant now) {
        requireOpen();
        if (approvedBy != null || !procedure.approvalRequired()) {
            throw new Refused(Refusal.NOTHING_TO_SIGN);
        }
        approvedBy = approver;
        List<IncidentChange> changes = new ArrayList<>();
        changes.add(new IncidentChange.Approved(approver, now));
        changes.addAll(met(MetBy.APPROVAL_CONFIRMED, now, now));
        return changes;
    }

    /** 紀錄簽核: after the closing, the record as a whole. */
    public List<IncidentChange> signRecord(Instant now) {
        return meet(MetBy.RECORD_SIGNED, now);
    }

    /** 結報: the agency files the closing. */
    public List<IncidentChange> fileClosing(String by, Instant now) {
        requireOpen();
        if (closingFiledAt != null) {
            throw new Refused(Refusal.CLOSING_ALREADY_FILED);
        }
        closingFiledAt = now;
        List<IncidentChange> changes = new ArrayList<>();
        changes.add(new IncidentChange.ClosingFiled(by, now));
        changes.addAll(met(MetBy.CLOSING_FILED, now, now));
        return changes;
    }

    /** The authority received the closing, or accepted it after its review. */
    public List<IncidentChange> close(Instant at) {
        if (anchors.putIfAbsent(Anchor.CLOSED, system(at)) != null) {
            return List.of();
        }
        recompute(at);
        return List.of(new IncidentChange.Closed(at));
    }

    /** 說明或調整: the authority questions the closing; the agency files it again. What was met stays met. */
    public void questionClosing() {
        if (!anchors.containsKey(Anchor.CLOSED)) {
            closingFiledAt = null;
        }
    }

    private List<IncidentChange> meet(MetBy what, Instant at) {
        return met(what, at, at);
    }

    private List<IncidentChange> met(MetBy what, Instant at, Instant now) {
        return List.copyOf(obligations.values()).stream()
                .filter(it -> it.metBy() == what)
                .flatMap(it -> met(it, at, now).stream())
                .toList();
    }

    private List<IncidentChange> met(IncidentObligation owed, Instant at, Instant now) {
        IncidentObligation met = owed.meet(at);
        if (met == owed) {
            return List.of();
        }
        obligations.put(met.key(), met);
        var progress =
                met.state() == ObligationState.MET ? IncidentChange.Progress.MET : IncidentChange.Progress.MET_LATE;
        return List.of(new IncidentChange.ObligationProgressed(met, progress, now));
    }

    // Always from the original anchors, so a new limit may have passed already.
    private List<IncidentChange.MovedLimit> recompute(Instant now) {
        List<IncidentChange.MovedLimit> moved = new ArrayList<>();
        Set<String> applying = new HashSet<>();
        for (Obligation.Open open : procedure.openLimits(level.effective(), level.first(), facts, instants(), zone)) {
            applying.add(open.key());
            IncidentObligation before = obligations.get(open.key());
            IncidentObligation after = before == null
                    ? IncidentObligation.open(position(open.key()), open, now)
                    : before.recompute(open, now);
            obligations.put(after.key(), after);
            if (before == null || !Objects.equals(before.dueAt(), after.dueAt())) {
                moved.add(new IncidentChange.MovedLimit(after.key(), after.dueAt(), after.passed(now)));
            }
        }
        obligations.replaceAll((key, it) -> applying.contains(key) ? it : it.lapse(now));
        return moved;
    }

    private int position(String key) {
        List<Obligation> rules = procedure.obligations();
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).key().equals(key)) {
                return i;
            }
        }
        throw new IllegalStateException("no rule " + key);
    }

    private Anchors instants() {
        Map<Anchor, Instant> known = new EnumMap<>(Anchor.class);
        anchors.forEach((anchor, it) -> known.put(anchor, it.at()));
        return Anchors.of(known);
    }

    private void requireOpen() {
        if (anchors.containsKey(Anchor.CLOSED)) {
            throw new Refused(Refusal.CLOSED);
        }
    }

    private static KnownAnchor typed(Instant at) {
        return new KnownAnchor(at, KnownAnchor.Source.TYPED);
    }

    private static KnownAnchor system(Instant at) {
        return new KnownAnchor(at, KnownAnchor.Source.SYSTEM);
    }

    public IncidentState state() {
        if (anchors.containsKey(Anchor.CLOSED)) {
            return IncidentState.CLOSED;
        }
        if (closingFiledAt != null) {
            return IncidentState.CLOSING_FILED;
        }
        if (anchors.containsKey(Anchor.RECOVERED)) {
            return IncidentState.RECOVERED;
        }
        return anchors.containsKey(Anchor.CONTAINED) ? IncidentState.CONTAINED : IncidentState.REPORTED;
    }

    /** The instant that limits from this anchor count from, taken from the next later one when it was not given. */
    public Anchors.@Nullable Known anchor(Anchor anchor) {
        return instants().at(anchor).orElse(null);
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
        return Map.copyOf(anchors);
    }

    /** In the procedure's order. */
    public List<IncidentObligation> obligations() {
        return obligations.values().stream()
                .sorted(Comparator.comparingInt(IncidentObligation::position))
                .toList();
    }

    public @Nullable String approvedBy() {
        return approvedBy;
    }

    public @Nullable Instant closingFiledAt() {
        return closingFiledAt;
    }
}
