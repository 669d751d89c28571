package org.tongbao.contracts.procedure.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.procedure.Closing;
import org.tongbao.contracts.procedure.Drill;
import org.tongbao.contracts.procedure.Evidence;
import org.tongbao.contracts.procedure.FinalReport;
import org.tongbao.contracts.procedure.Force;
import org.tongbao.contracts.procedure.Ladder;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.Matrix;
import org.tongbao.contracts.procedure.NoticeRule;
import org.tongbao.contracts.procedure.Obligation;
import org.tongbao.contracts.procedure.Procedure;
import org.tongbao.contracts.procedure.Relation;
import org.tongbao.contracts.procedure.RequiredContact;
import org.tongbao.contracts.procedure.RequirementRow;
import org.tongbao.contracts.procedure.Retention;
import org.tongbao.contracts.procedure.ReviewChain;
import org.tongbao.contracts.procedure.Role;
import org.tongbao.contracts.procedure.Source;
import org.tongbao.contracts.procedure.Team;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a whole procedure. */
final class ProcedureReader {
    private final Mistakes mistakes;

    ProcedureReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** The procedure, null when something in the file is wrong. */
    @Nullable
    Procedure read(Node root) {
        List<Procedure> read = new ArrayList<>();
        Section.read(mistakes, "", root, file -> procedure(file, root).ifPresent(read::add));
        return mistakes.none() && !read.isEmpty() ? read.get(0) : null;
    }

    private Optional<Procedure> procedure(Section file, Node root) {
        String id = Words.text(file, "id");
        if (!id.matches("[a-z0-9-]{0,40}")) {
            file.wrongValue("id", "\"id\" must be lower-case letters, digits and hyphens, is \"" + id + "\"");
        }
        var name = Words.bothLanguages(file, "name");
        String document = Words.text(file, "document");
        var validFrom = Words.date(file, "valid-from");
        var validTo = Words.optionalDate(file, "valid-to");
        boolean extendsToWorkday = Words.flag(file, "extends-to-workday");
        boolean approvalRequired = Words.flag(file, "approval-required");
        Optional<Matrix> matrix = one(file, "matrix", MatrixReader::read);
        List<Obligation> obligations = ObligationReader.all(file);
        Optional<ReviewChain> review = one(file, "review", ProcedureReader::review);
        Map<String, Ladder> ladders = NoticeReader.ladders(file);
        List<NoticeRule> notices = NoticeReader.notices(file, ladders.keySet(), obligations);
        List<RequiredContact> contacts = contacts(file);
        Optional<Team> team = one(file, "team", TeamReader::read);
        Optional<Closing> closing = one(file, "closing", ProcedureReader::closing);
        Optional<FinalReport> finalReport = one(file, "final-report", ProcedureReader::finalReport);
        Optional<Evidence> evidence = one(file, "evidence", ProcedureReader::evidence);
        List<Drill> drills = named(file, "drills", ProcedureReader::drill);
        Optional<Retention> retention = one(file, "retention", ProcedureReader::retention);
        List<RequirementRow> rows = named(file, "requirements", ProcedureReader::row);
        if (matrix.isEmpty()
                || review.isEmpty()
                || team.isEmpty()
                || closing.isEmpty()
                || finalReport.isEmpty()
                || evidence.isEmpty()
                || retention.isEmpty()
                || !mistakes.none()) {
            return Optional.empty();
        }
        String content = CanonicalJson.of(root);
        Procedure procedure = new Procedure(
                id,
                name,
                document,
                validFrom,
                validTo,
                CanonicalJson.sha256(content),
                content,
                extendsToWorkday,
                approvalRequired,
                matrix.get(),
                obligations,
                review.get(),
                notices,
                ladders,
                contacts,
                team.get(),
                closing.get(),
                finalReport.get(),
                evidence.get(),
                drills,
                retention.get(),
                rows);
        refuseUnknownRules(file, procedure.ruleNames());
        return Optional.of(procedure);
    }

    /** Asked for last, since a row may name any rule. */
    private static void refuseUnknownRules(Section file, Set<String> names) {
        named(file, "requirements", (id, row) -> {
            NoticeReader.references(row, "rules", "rule", names);
            row.optional("reason");
            return id;
        });
    }

    /** Where the rule comes from; {@code text} when the file does not say. */
    static Source source(Section section) {
        Source source = Words.optionalWord(section, "source", Source.class);
        return source == null ? Source.TEXT : source;
    }

    static <T> Optional<T> one(Section file, String key, Function<Section, T> reading) {
        List<T> read = new ArrayList<>();
        file.section(key, section -> read.add(reading.apply(section)));
        return read.stream().findFirst();
    }

    static <T> List<T> named(Section file, String key, BiFunction<String, Section, T> reading) {
        List<T> read = new ArrayList<>();
        file.namedSections(key, (name, section) -> read.add(reading.apply(name, section)));
        return read;
    }

    private static ReviewChain review(Section section) {
        return new ReviewChain(
                Words.clause(section, "clause"),
                source(section),
                Words.words(section, "chain", Relation.class),
                Words.word(section, "on-overdue", ReviewChain.OnOverdue.class),
                Words.flag(section, "basis-required"));
    }

    private static Closing closing(Section section) {
        return new Closing(
                Words.clause(section, "clause"),
                source(section),
                Times.levels(section, "review-levels", Set.of()),
                Words.flag(section, "questionable"));
    }

    private static FinalReport finalReport(Section section) {
        return new FinalReport(
                Words.clause(section, "clause"),
                source(section),
                Times.levels(section, "levels", Set.of(Level.values())),
                Words.texts(section, "headings"),
                Words.words(section, "to", Relation.class),
                Times.levels(section, "confidential-levels", Set.of()));
    }

    private static Evidence evidence(Section section) {
        return new Evidence(
                Words.clause(section, "clause"),
                source(section),
                Words.texts(section, "isolation"),
                Words.text(section, "malware"));
    }

    private static Retention retention(Section section) {
        return new Retention(
                Words.clause(section, "clause"),
                source(section),
                Words.number(section, "records-months", 1),
                Words.number(section, "logs-months", 1));
    }

    private static List<RequiredContact> contacts(Section file) {
        List<RequiredContact> read = new ArrayList<>();
        file.section("contacts", all -> all.keys().forEach(name -> {
            Optional<Role> role = all.keyWord(name, Role.class);
            all.section(name, section -> read.add(contact(role.orElse(Role.REPORT_WINDOW), section)));
        }));
        return read;
    }

    private static RequiredContact contact(Role role, Section section) {
        return new RequiredContact(
                Words.clause(section, "clause"),
                source(section),
                role,
                Words.number(section, "at-least", 1),
                Words.flag(section, "deputy-required"),
                Words.flag(section, "outsourced-allowed"),
                Words.flag(section, "around-the-clock"));
    }

    private static Drill drill(String name, Section section) {
        return new Drill(
                name,
                Words.clause(section, "clause"),
                source(section),
                Words.word(section, "force", Force.class),
                Words.bothLanguages(section, "name"),
                Words.number(section, "per-year", 1),
                Times.limit(section, "result-within"),
                Times.limit(section, "repeat-within"));
    }

    private static RequirementRow row(String id, Section section) {
        List<String> rules = Words.texts(section, "rules");
        String reason = Words.optionalText(section, "reason").orElse(null);
        if (rules.isEmpty() && reason == null) {
            section.wrong("needs rules, or a reason why there are none");
        }
        return new RequirementRow(id, rules, reason);
    }
}
