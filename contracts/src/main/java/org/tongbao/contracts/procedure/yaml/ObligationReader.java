package org.tongbao.contracts.procedure.yaml;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Actor;
import org.tongbao.contracts.procedure.Anchor;
import org.tongbao.contracts.procedure.Condition;
import org.tongbao.contracts.procedure.Force;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.MetBy;
import org.tongbao.contracts.procedure.Obligation;
import org.tongbao.contracts.procedure.Obligation.Basis;
import org.tongbao.contracts.procedure.Obligation.Term;
import org.tongbao.contracts.procedure.Owner;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the obligations. */
final class ObligationReader {
    /** Warned at when the file names no percents. */
    private static final List<Integer> WARNINGS = List.of(50, 75, 90);

    private ObligationReader() {}

    static List<Obligation> all(Section file) {
        return ProcedureReader.named(file, "obligations", ObligationReader::obligation);
    }

    private static Obligation obligation(String key, Section section) {
        Basis basis = Words.optionalWord(section, "basis", Basis.class);
        return new Obligation(
                key,
                Words.bothLanguages(section, "name"),
                Words.word(section, "owner", Owner.class),
                Words.word(section, "actor", Actor.class),
                Words.word(section, "force", Force.class),
                ProcedureReader.source(section),
                Words.word(section, "anchor", Anchor.class),
                basis == null ? Basis.ON_RECORD : basis,
                Words.word(section, "met-by", MetBy.class),
                Words.optionalWord(section, "when", Condition.class),
                Words.optionalWord(section, "or-when", Condition.class),
                section.has("warnings") ? warnings(section) : defaultWarnings(section),
                terms(section));
    }

    private static List<Integer> defaultWarnings(Section section) {
        section.optional("warnings");
        return WARNINGS;
    }

    private static List<Integer> warnings(Section section) {
        List<Integer> percents = new ArrayList<>();
        for (ScalarNode node : section.scalars("warnings")) {
            if (node.getValue().matches("[1-9]\\d?")) {
                percents.add(Integer.valueOf(node.getValue()));
            } else {
                section.wrongValue("warnings", "a warning is a percent from 1 to 99, not \"" + node.getValue() + "\"");
            }
        }
        return percents;
    }

    /** {@code 3-4: 2h} under the clause of the obligation, or {@code 3-4: {within: 2h, clause: §15(二)}}. */
    private static Map<Level, Term> terms(Section section) {
        Map<Level, Term> terms = new EnumMap<>(Level.class);
        Set<Level> levels = Times.levels(section, "levels", EnumSet.allOf(Level.class));
        String clause = section.has("clause") ? Words.clause(section, "clause") : null;
        section.optional("clause");
        Times.byLevel(section, "limits", (table, written, ofLevels) -> {
            Term term = term(table, written, clause);
            ofLevels.forEach(level -> terms.put(level, term));
        });
        if (section.has("limits")) {
            refuseGaps(section, levels, terms.keySet());
        }
        return terms;
    }

    private static Term term(Section table, String written, @Nullable String clause) {
        Optional<Term> inner = Optional.empty();
        if (table.optional(written).filter(MappingNode.class::isInstance).isPresent()) {
            inner = ProcedureReader.one(
                    table, written, term -> new Term(Times.limit(term, "within"), Words.clause(term, "clause")));
        } else if (clause == null) {
            table.wrongValue(written, "\"clause\" is missing, here or for the whole obligation");
        }
        return inner.orElseGet(() -> new Term(Times.limit(table, written), clause == null ? "" : clause));
    }

    private static void refuseGaps(Section section, Set<Level> levels, Set<Level> limited) {
        for (Level level : Level.values()) {
            if (levels.contains(level) && !limited.contains(level)) {
                section.wrongValue("limits", "no limit for level " + level.number());
            } else if (!levels.contains(level) && limited.contains(level)) {
                section.wrongValue(
                        "limits", "a limit for level " + level.number() + ", to which the obligation does not apply");
            }
        }
    }
}
