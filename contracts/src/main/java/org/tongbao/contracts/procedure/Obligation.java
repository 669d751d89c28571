package org.tongbao.contracts.procedure;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;

/**
 * 義務: something that must or should be done, by whom, by when, under which clause.
 *
 * @param key such as {@code damage-control}, unique in its procedure
 * @param owner the service whose clock it is
 * @param actor who must act
 * @param anchor what the limit counts from
 * @param basis which level picks the limit
 * @param metBy what stops the clock
 * @param when the fact that makes it apply, null when it always does
 * @param orWhen a fact that makes it apply at the levels it does not name, with the limit of the highest it names
 * @param warnings percent of the limit at which the actor is warned
 * @param terms limit and clause of each level it applies to
 */
public record Obligation(
        String key,
        Text name,
        Owner owner,
        Actor actor,
        Force force,
        Source source,
        Anchor anchor,
        Basis basis,
        MetBy metBy,
        @Nullable Condition when,
        @Nullable Condition orWhen,
        List<Integer> warnings,
        Map<Level, Term> terms) {

    public Obligation {
        warnings = List.copyOf(warnings);
        terms = Map.copyOf(terms);
    }

    /** Which level picks the limit. */
    public enum Basis implements Keyed {
        /** The level on record now; a changed level computes the limit anew from the original anchor. */
        ON_RECORD,
        /** 通報為第…級: the level first reported, whatever becomes of it. */
        FIRST_REPORTED
    }

    /**
     * @param limit null when the clause names no number: it is open until it is met, and never late
     * @param clause such as {@code §21(二)}
     */
    public record Term(@Nullable Limit limit, String clause) {}

    /** What it asks at this level with these facts; empty when it does not apply. */
    public Optional<Term> termFor(Level onRecord, Level firstReported, Set<Condition> facts) {
        if (when != null && !facts.contains(when)) {
            return Optional.empty();
        }
        Term term = terms.get(basis == Basis.ON_RECORD ? onRecord : firstReported);
        if (term == null && orWhen != null && facts.contains(orWhen)) {
            term = terms.get(terms.keySet().stream().max(Level::compareTo).orElseThrow());
        }
        return Optional.ofNullable(term);
    }

    /**
     * How it stands for an incident, as far as the procedure knows.
     *
     * @param anchorAt null while its anchor is waited for
     * @param anchorAssumed whether the anchor was not given and is taken from the next later one
     * @param dueAt the first instant at which it is late: one of the two that follow, as the procedure says; null while
     *     its anchor is waited for, or when the clause names no number
     * @param strictDueAt by the calendar alone
     * @param extendedDueAt when an end on a day off is moved (行政程序法 §48 IV)
     * @param warnings the instants to warn at, in order
     */
    public record Open(
            Obligation obligation,
            String clause,
            @Nullable Instant anchorAt,
            boolean anchorAssumed,
            @Nullable Instant dueAt,
            @Nullable Instant strictDueAt,
            @Nullable Instant extendedDueAt,
            List<Warning> warnings) {

        public String key() {
            return obligation.key();
        }

        /** Whether its clock has not started: the anchor is not known yet. */
        public boolean waiting() {
            return anchorAt == null;
        }
    }

    public record Warning(int percent, Instant at) {}

    Open open(Term term, Anchors anchors, DayCount days) {
        Anchors.@Nullable Known known = anchors.at(anchor).orElse(null);
        if (known == null) {
            return new Open(this, term.clause(), null, false, null, null, null, List.of());
        }
        Instant from = known.at();
        Limit limit = term.limit();
        if (limit == null) {
            return new Open(this, term.clause(), from, known.assumed(), null, null, null, List.of());
        }
        Instant strict = limit.dueAt(from, days.zone());
        Instant extended = limit.extendedDueAt(from, days.zone(), days.holidays());
        Instant due = days.extended() ? extended : strict;
        List<Warning> at = warnings.stream()
                .map(percent -> new Warning(percent, Limit.percentBetween(percent, from, due)))
                .toList();
        return new Open(this, term.clause(), from, known.assumed(), due, strict, extended, at);
    }

    /**
     * How calendar days are counted.
     *
     * @param extended whether the extended end is the one that counts
     */
    record DayCount(ZoneId zone, Holidays holidays, boolean extended) {}
}
