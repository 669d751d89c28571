package org.tongbao.intake.report.domain;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Anchor;
import org.tongbao.contracts.procedure.Answers;
import org.tongbao.contracts.procedure.Condition;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.intake.affected.domain.AffectedAgency;

/**
 * The fields of a report that rules need; the whole body is stored as sent.
 *
 * @param category the agency's own term for the kind of incident, such as 網頁攻擊
 * @param rsit class of the reference taxonomy, such as {@code malicious-code:infected-system}
 * @param approval that the CISO or a delegate approved, as stated
 */
public record Report(
        @Nullable String title,
        @Nullable Instant occurredAt,
        @Nullable Instant discoveredAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant awareAt,
        Answers impact,
        @Nullable Level declaredLevel,
        @Nullable String category,
        @Nullable String rsit,
        String tlp,
        boolean personalData,
        boolean supportNeeded,
        boolean exercise,
        boolean approval,
        List<AffectedAgency> affected) {
    private static final Set<String> EQUIPMENT = Set.of("設備問題", "設備故障", "設備異常");

    public Report {
        affected = List.copyOf(affected);
    }

    public Map<Anchor, Instant> typedAnchors() {
        Map<Anchor, Instant> anchors = new EnumMap<>(Anchor.class);
        putKnown(anchors, Anchor.OCCURRED, occurredAt);
        putKnown(anchors, Anchor.DISCOVERED, discoveredAt);
        putKnown(anchors, Anchor.CONFIRMED, confirmedAt);
        putKnown(anchors, Anchor.AWARE, awareAt);
        return anchors;
    }

    /** The facts that are in the report itself and that rules ask for. */
    public Set<Condition> facts() {
        Set<Condition> facts = EnumSet.noneOf(Condition.class);
        if (personalData) {
            facts.add(Condition.PERSONAL_DATA);
        }
        if (category == null || !EQUIPMENT.contains(category)) {
            facts.add(Condition.NOT_EQUIPMENT_FAILURE);
        }
        if (rsit != null && rsit.startsWith("malicious-code")) {
            facts.add(Condition.MALWARE_FOUND);
        }
        return facts;
    }

    /** 國家機密 is concerned. */
    public boolean stateSecret() {
        return secret(impact.confidentiality()) || secret(impact.integrity());
    }

    private static boolean secret(Answers.@Nullable Harm harm) {
        return harm != null && harm.data() == Answers.Data.STATE_SECRET;
    }

    private static void putKnown(Map<Anchor, Instant> anchors, Anchor anchor, @Nullable Instant at) {
        if (at != null) {
            anchors.put(anchor, at);
        }
    }
}
