package org.tongbao.contracts.procedure.yaml;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Channel;
import org.tongbao.contracts.procedure.Condition;
import org.tongbao.contracts.procedure.Ladder;
import org.tongbao.contracts.procedure.Ladder.Acknowledgement;
import org.tongbao.contracts.procedure.Ladder.Mode;
import org.tongbao.contracts.procedure.Ladder.Target;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.NoticeRule;
import org.tongbao.contracts.procedure.NoticeRule.Proof;
import org.tongbao.contracts.procedure.NoticeRule.Recipient;
import org.tongbao.contracts.procedure.Obligation;
import org.tongbao.contracts.procedure.Occasion;
import org.tongbao.contracts.procedure.Relation;
import org.tongbao.contracts.procedure.Role;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads the notices and their ladders. */
final class NoticeReader {
    private static final String ON_DUTY = "@duty";

    private NoticeReader() {}

    static List<NoticeRule> notices(Section file, Set<String> ladders, List<Obligation> obligations) {
        Set<String> keys =
                obligations.stream().map(Obligation::key).collect(Collectors.toCollection(LinkedHashSet::new));
        return ProcedureReader.named(file, "notices", (key, section) -> notice(key, section, ladders, keys));
    }

    private static NoticeRule notice(String key, Section section, Set<String> ladders, Set<String> obligations) {
        List<Relation> to = Words.words(section, "to", Relation.class);
        List<Recipient> recipients = recipients(section, "recipients");
        if (recipients.isEmpty() != to.equals(List.of(Relation.ALREADY_TOLD))) {
            section.wrong("\"recipients\" must name a role, unless the notice goes to those already told");
        }
        return new NoticeRule(
                key,
                Words.bothLanguages(section, "name"),
                Words.clause(section, "clause"),
                ProcedureReader.source(section),
                Words.wordSet(section, "on", Occasion.class),
                Times.levels(section, "levels", EnumSet.allOf(Level.class)),
                Words.optionalWord(section, "when", Condition.class),
                references(section, "obligations", "obligation", obligations),
                to,
                recipients,
                Words.words(section, "channels", Channel.class),
                new LinkedHashSet<>(Words.optionalWords(section, "proof", Proof.class)),
                ladder(section, ladders));
    }

    private static @Nullable String ladder(Section section, Set<String> ladders) {
        boolean proof = section.has("proof");
        Set<String> named = references(section, "ladder", "ladder", ladders);
        if (proof != section.has("ladder")) {
            section.wrong("\"proof\" and \"ladder\" belong together: an information has neither");
        }
        return named.stream().findFirst().orElse(null);
    }

    static Set<String> references(Section section, String key, String noun, Set<String> known) {
        Set<String> names = new LinkedHashSet<>(Words.texts(section, key));
        names.stream()
                .filter(name -> !known.contains(name))
                .forEach(name ->
                        section.wrongValue(key, "unknown " + noun + " \"" + name + "\"" + Spelling.hint(name, known)));
        return names;
    }

    /** {@code reviewer@duty} is whoever is on duty as reviewer, {@code ciso} everybody who is one. */
    private static List<Recipient> recipients(Section section, String key) {
        List<Recipient> recipients = new ArrayList<>();
        for (ScalarNode node : section.scalars(key)) {
            String written = node.getValue();
            boolean onDuty = written.endsWith(ON_DUTY);
            String role = onDuty ? written.substring(0, written.length() - ON_DUTY.length()) : written;
            Words.known(section, node, role, Role.class)
                    .ifPresent(found -> recipients.add(new Recipient(found, onDuty)));
        }
        return recipients;
    }

    static Map<String, Ladder> ladders(Section file) {
        Map<String, Ladder> ladders = new LinkedHashMap<>();
        file.namedSections("ladders", (key, section) -> ladders.put(key, ladder(key, section)));
        return ladders;
    }

    private static Ladder ladder(String key, Section section) {
        List<Ladder.Step> steps = new ArrayList<>();
        section.listedSections("steps", step -> steps.add(step(step)));
        if (section.has("steps") && steps.isEmpty()) {
            section.wrongValue("steps", "a ladder needs a step");
        }
        return new Ladder(
                key,
                ProcedureReader.source(section),
                steps,
                acknowledgement(section),
                Words.optionalNumber(section, "repeats", 0, 0),
                section.has("stale-after") ? Times.durations(section, "stale-after") : noStaleness(section),
                Words.word(section, "exhausted", Target.class));
    }

    private static Map<Level, java.time.Duration> noStaleness(Section section) {
        section.optional("stale-after");
        return Map.of();
    }

    private static Acknowledgement acknowledgement(Section section) {
        Mode mode = Words.word(section, "acknowledgement", Mode.class);
        Optional<ScalarNode> quorum = section.scalar("quorum");
        if ((mode == Mode.QUORUM) != quorum.isPresent()) {
            section.wrong("\"quorum\" belongs to the acknowledgement \"quorum\", and to no other");
        }
        return new Acknowledgement(mode, Words.optionalNumber(section, "quorum", 1, 0));
    }

    private static Ladder.Step step(Section section) {
        Target to = Words.word(section, "to", Target.class);
        List<Recipient> roles = recipients(section, "roles");
        if ((to == Target.ROLES) == roles.isEmpty()) {
            section.wrong("\"roles\" belongs to a step to \"roles\", and to no other");
        }
        var wait = Times.durations(section, "wait");
        for (Level level : Level.values()) {
            if (section.has("wait") && !wait.containsKey(level)) {
                section.wrongValue("wait", "no wait for level " + level.number());
            }
        }
        return new Ladder.Step(to, roles, wait, Words.optionalWords(section, "channels", Channel.class));
    }
}
