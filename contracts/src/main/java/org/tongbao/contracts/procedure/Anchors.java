package org.tongbao.contracts.procedure;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The instants known of one incident. */
public final class Anchors {
    /** Instants that follow each other by their nature. */
    private static final List<List<Anchor>> ROWS = List.of(
            List.of(
                    Anchor.OCCURRED,
                    Anchor.DISCOVERED,
                    Anchor.CONFIRMED,
                    Anchor.AWARE,
                    Anchor.REPORTED,
                    Anchor.RECEIVED),
            List.of(Anchor.INITIALLY_CONTAINED, Anchor.CONTAINED, Anchor.RECOVERED));

    private final Map<Anchor, Instant> known;

    private Anchors(Map<Anchor, Instant> known) {
        this.known = known;
    }

    public static Anchors of(Map<Anchor, Instant> known) {
        Map<Anchor, Instant> copy = new EnumMap<>(Anchor.class);
        copy.putAll(known);
        return new Anchors(copy);
    }

    /**
     * The instant to count from. One that was not given is taken from the next later known one of its row and marked as
     * assumed; one whose whole row is not known yet is waited for.
     */
    public Optional<Known> at(Anchor anchor) {
        List<Anchor> row =
                ROWS.stream().filter(each -> each.contains(anchor)).findFirst().orElse(List.of(anchor));
        return row.subList(row.indexOf(anchor), row.size()).stream()
                .flatMap(candidate -> exact(candidate).map(at -> new Known(at, candidate != anchor)).stream())
                .findFirst();
    }

    private Optional<Instant> exact(Anchor anchor) {
        return Optional.ofNullable(known.get(anchor));
    }

    /**
     * @param assumed whether it was taken from a later anchor because this one was not given
     */
    public record Known(Instant at, boolean assumed) {}
}
