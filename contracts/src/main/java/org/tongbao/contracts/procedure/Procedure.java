package org.tongbao.contracts.procedure;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tongbao.contracts.Text;

/**
 * 作業程序: the rules an agency works under.
 *
 * @param id such as {@code s2-taipei-113}
 * @param document what it is called and cites
 * @param validFrom first day
 * @param validTo last day, null while it is in force
 * @param hash SHA-256 of {@code content} in hex; an incident keeps it for its life
 * @param content the whole procedure as canonical JSON: what a service keeps to read an old version again
 * @param extendsToWorkday whether a calendar limit that ends on a day off moves (行政程序法 §48 IV)
 * @param approvalRequired whether the CISO or a delegate must approve the report
 */
public record Procedure(
        String id,
        Text name,
        String document,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String hash,
        String content,
        boolean extendsToWorkday,
        boolean approvalRequired,
        Matrix matrix,
        List<Obligation> obligations,
        ReviewChain review,
        List<NoticeRule> notices,
        Map<String, Ladder> ladders,
        List<RequiredContact> contacts,
        Team team,
        Closing closing,
        FinalReport finalReport,
        Evidence evidence,
        List<Drill> drills,
        Retention retention,
        List<RequirementRow> requirements) {

    public Procedure {
        obligations = List.copyOf(obligations);
        notices = List.copyOf(notices);
        ladders = Map.copyOf(ladders);
        contacts = List.copyOf(contacts);
        drills = List.copyOf(drills);
        requirements = List.copyOf(requirements);
    }

    /** The level for these answers, with the sentence that decided each aspect; empty when nothing is touched. */
    public Optional<Classification> classify(Answers answers) {
        return matrix.classify(answers);
    }

    /** The obligations that apply, in the procedure's order. */
    public List<Obligation> obligationsFor(Level onRecord, Level firstReported, Set<Condition> facts) {
        return obligations.stream()
                .filter(rule -> rule.termFor(onRecord, firstReported, facts).isPresent())
                .toList();
    }

    /** {@link #openLimits(Level, Level, Set, Anchors, ZoneId, Holidays)} where only weekends are days off. */
    public List<Obligation.Open> openLimits(
            Level onRecord, Level firstReported, Set<Condition> facts, Anchors anchors, ZoneId zone) {
        return openLimits(onRecord, firstReported, facts, anchors, zone, Holidays.WEEKENDS_ONLY);
    }

    /**
     * The obligations that apply, with clause, due time and warnings; one whose anchor is not known yet waits for it.
     * Always computed from the original anchors, so a changed level may find a limit already passed.
     *
     * @param zone of the agency, for calendar limits
     * @param holidays asked only for the end that falls on a day off
     */
    public List<Obligation.Open> openLimits(
            Level onRecord,
            Level firstReported,
            Set<Condition> facts,
            Anchors anchors,
            ZoneId zone,
            Holidays holidays) {
        var days = new Obligation.DayCount(zone, holidays, extendsToWorkday);
        return obligations.stream()
                .flatMap(rule ->
                        rule
                                .termFor(onRecord, firstReported, facts)
                                .map(term -> rule.open(term, anchors, days))
                                .stream())
                .toList();
    }

    public Optional<Obligation> obligation(String key) {
        return obligations.stream().filter(rule -> rule.key().equals(key)).findFirst();
    }

    /** The obligation that this entry meets, the first where several wait for it. */
    public Optional<Obligation> obligationMetBy(MetBy entry) {
        return obligations.stream().filter(rule -> rule.metBy() == entry).findFirst();
    }

    /** The notices that this occasion opens, in the procedure's order. */
    public List<NoticeRule> noticesOn(Occasion occasion, Level level, Set<Condition> facts) {
        return notices.stream()
                .filter(rule -> rule.appliesTo(occasion, level, facts))
                .toList();
    }

    public Optional<NoticeRule> notice(String key) {
        return notices.stream().filter(rule -> rule.key().equals(key)).findFirst();
    }

    /** The ladder of a notice; empty for an information. */
    public Optional<Ladder> ladderOf(NoticeRule notice) {
        return Optional.ofNullable(notice.ladder()).map(ladders::get);
    }

    /** The name of every rule, such as {@code obligations/report}: what a row of the requirements points at. */
    public Set<String> ruleNames() {
        Set<String> names = new TreeSet<>(
                Set.of("matrix", "review", "team", "closing", "final-report", "evidence", "retention", "approval"));
        obligations.forEach(rule -> names.add("obligations/" + rule.key()));
        notices.forEach(rule -> names.add("notices/" + rule.key()));
        ladders.keySet().forEach(key -> names.add("ladders/" + key));
        contacts.forEach(rule -> names.add("contacts/" + rule.role().key()));
        drills.forEach(rule -> names.add("drills/" + rule.key()));
        return names;
    }
}
