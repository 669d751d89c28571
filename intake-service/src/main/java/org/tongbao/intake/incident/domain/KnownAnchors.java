package org.tongbao.intake.incident.domain;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Anchor;
import org.tongbao.contracts.procedure.Anchors;
import org.tongbao.intake.report.domain.Filing;
import org.tongbao.intake.report.domain.Report;

/** The anchors of an incident, each as first stated. */
final class KnownAnchors {
    private final Map<Anchor, KnownAnchor> known = new EnumMap<>(Anchor.class);

    KnownAnchors(Map<Anchor, KnownAnchor> anchors) {
        known.putAll(anchors);
    }

    static KnownAnchors of(Report report, Filing filing) {
        KnownAnchors anchors = new KnownAnchors(Map.of());
        anchors.addTyped(report.typedAnchors());
        KnownAnchor.Source source = filing.offline() ? KnownAnchor.Source.TYPED : KnownAnchor.Source.SYSTEM;
        anchors.add(Anchor.REPORTED, filing.receivedAt(), source);
        anchors.add(Anchor.RECEIVED, filing.receivedAt(), source);
        return anchors;
    }

    void addTyped(Map<Anchor, Instant> stated) {
        stated.forEach(this::addTyped);
    }

    /** Whether it was not known before. */
    boolean addTyped(Anchor anchor, Instant at) {
        return add(anchor, at, KnownAnchor.Source.TYPED);
    }

    /** Whether it was not known before. */
    boolean addSystem(Anchor anchor, Instant at) {
        return add(anchor, at, KnownAnchor.Source.SYSTEM);
    }

    private boolean add(Anchor anchor, Instant at, KnownAnchor.Source source) {
        return known.putIfAbsent(anchor, new KnownAnchor(at, source)) == null;
    }

    @Nullable
    Instant at(Anchor anchor) {
        KnownAnchor found = known.get(anchor);
        return found == null ? null : found.at();
    }

    boolean has(Anchor anchor) {
        return known.containsKey(anchor);
    }

    Anchors instants() {
        Map<Anchor, Instant> instants = new EnumMap<>(Anchor.class);
        known.forEach((anchor, it) -> instants.put(anchor, it.at()));
        return Anchors.of(instants);
    }

    Map<Anchor, KnownAnchor> all() {
        return Map.copyOf(known);
    }
}
